using System.Globalization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Imports service records and certificates from a sheet (批量导入人员).</summary>
/// <param name="Rows">The lines of the sheet.</param>
/// <param name="DryRun">True, the default: only report what would happen. False: enter the lines.</param>
/// <param name="SkipBad">True: enter the valid lines although others are wrong. False, the default: one wrong line rejects the whole sheet.</param>
public sealed record ImportOfficersCommand(IReadOnlyList<OfficerSheetRow> Rows, bool DryRun, bool SkipBad)
    : ICommand<OfficerImport>,
        IChangesSnapshot;

/// <summary>What an import of service records did, or would do.</summary>
/// <param name="DryRun">True if it was a dry run: nothing was written.</param>
/// <param name="Applied">Whether the valid lines were written.</param>
/// <param name="Created">Number of lines that enter a new person.</param>
/// <param name="CertificatesAdded">Number of lines that give a known person a certificate.</param>
/// <param name="Unchanged">Number of lines equal to what is already entered.</param>
/// <param name="Rejected">Number of lines that are wrong.</param>
/// <param name="Rows">All lines, in the order of the sheet.</param>
public sealed record OfficerImport(
    bool DryRun,
    bool Applied,
    int Created,
    int CertificatesAdded,
    int Unchanged,
    int Rejected,
    IReadOnlyList<ImportedOfficerRow> Rows
);

/// <summary>What a line of the sheet does.</summary>
public enum ImportOutcome
{
    /// <summary>Enters a new person, with a certificate if the line has one (新增人员).</summary>
    Create,

    /// <summary>Gives a known person a certificate (增加证件).</summary>
    AddCertificate,

    /// <summary>Equal to what is already entered (不变).</summary>
    Unchanged,

    /// <summary>The line is wrong (有误).</summary>
    Rejected,
}

/// <summary>What one line of the sheet does.</summary>
/// <param name="Line">Line number as in the spreadsheet.</param>
/// <param name="Outcome">What it does.</param>
/// <param name="Errors">What is wrong with it, in the requested language; empty if nothing is.</param>
/// <param name="Read">The line as it was understood.</param>
public sealed record ImportedOfficerRow(
    int Line,
    ImportOutcome Outcome,
    [property: Bilingual] IReadOnlyList<string> Errors,
    ReadOfficerLine Read
);

/// <summary>A line of the sheet as it was understood; a cell that is empty is an empty text.</summary>
/// <param name="Name">Name of the person (姓名).</param>
/// <param name="StaffNumber">Staff number (工号).</param>
/// <param name="Organisation">Organisation (所属机构), by name or path.</param>
/// <param name="ServedFrom">First day of service (任职日期).</param>
/// <param name="CertificateNumber">Number of the certificate (证件号码).</param>
/// <param name="IssuedOn">Day of its issue (发证日期).</param>
/// <param name="ExpiresOn">Last day of its validity (有效期至).</param>
public sealed record ReadOfficerLine(
    string Name,
    string StaffNumber,
    string Organisation,
    string ServedFrom,
    string CertificateNumber,
    string IssuedOn,
    string ExpiresOn
)
{
    internal static ReadOfficerLine Of(OfficerSheetRow r) =>
        new(r.Name, r.StaffNumber, r.Organisation, r.ServedFrom, r.CertificateNumber, r.IssuedOn, r.ExpiresOn);
}

internal sealed class ImportOfficersHandler(
    AppDbContext db,
    CurrentUser user,
    OfficerDesk desk,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<ImportOfficersCommand, OfficerImport>
{
    public async Task<OfficerImport> Handle(ImportOfficersCommand request, CancellationToken cancellationToken)
    {
        var plan = new OfficerImportPlan(
            [.. (await db.Organisations.AsNoTracking().ToListAsync(cancellationToken)).Where(o => user.Scope.Contains(o.Path))],
            await db.Officers.AsSplitQuery().ToListAsync(cancellationToken),
            await db.Persons.ToListAsync(cancellationToken),
            await db.OfficerCertificates.AsNoTracking().Select(c => c.Number).ToHashSetAsync(StringComparer.Ordinal, cancellationToken)
        );
        var lines = request.Rows.Select(plan.Read).ToList();
        var rejected = lines.Count(l => l.Outcome is ImportOutcome.Rejected);
        var applies = !request.DryRun && (rejected == 0 || request.SkipBad);
        if (applies)
            await Apply(lines, cancellationToken);
        return new(
            request.DryRun,
            applies,
            lines.Count(l => l.Outcome is ImportOutcome.Create),
            lines.Count(l => l.Outcome is ImportOutcome.AddCertificate),
            lines.Count(l => l.Outcome is ImportOutcome.Unchanged),
            rejected,
            [.. lines.Zip(request.Rows, (l, r) => new ImportedOfficerRow(l.Line, l.Outcome, l.Errors, ReadOfficerLine.Of(r)))]
        );
    }

    private async Task Apply(List<PlannedOfficer> lines, CancellationToken ct)
    {
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Officers, ct);
        var now = clock.GetUtcNow();
        foreach (var line in lines.Where(l => l.Outcome is ImportOutcome.Create or ImportOutcome.AddCertificate))
        {
            var officer = line.Known ?? Enter(line, now);
            if (line.Certificate is { } c)
                officer.Certify(Guid.CreateVersion7(now), c.Number, c.Kind, c.IssuedOn, c.ExpiresOn, now);
        }
    }

    private Officer Enter(PlannedOfficer line, DateTimeOffset now)
    {
        var organisation = db.Organisations.Local.FindEntry(line.Organisation!.Id)?.Entity ?? db.Attach(line.Organisation).Entity;
        var person = line.KnownPerson;
        if (person is null)
        {
            person = new(Guid.CreateVersion7(now), line.Name, line.StaffNumber, line.Kind, organisation);
            db.Persons.Add(person);
        }
        var officer = new Officer(person, sequence.Next(), organisation, line.ServedFrom ?? line.Certificate?.IssuedOn ?? desk.Today, now);
        db.Officers.Add(officer);
        return officer;
    }
}

/// <summary>A certificate of a line.</summary>
internal sealed record PlannedCertificate(string Number, CertificateKind Kind, DateOnly IssuedOn, DateOnly ExpiresOn);

/// <summary>A validated line.</summary>
internal sealed record PlannedOfficer(int Line, ImportOutcome Outcome, IReadOnlyList<string> Errors)
{
    public string Name { get; init; } = "";

    public string? StaffNumber { get; init; }

    public StaffKind Kind { get; init; }

    public Organisation? Organisation { get; init; }

    public DateOnly? ServedFrom { get; init; }

    public PlannedCertificate? Certificate { get; init; }

    /// <summary>The existing service record that the line belongs to; null if none.</summary>
    public Officer? Known { get; init; }

    /// <summary>The existing person without a service record; null if none.</summary>
    public Person? KnownPerson { get; init; }
}

/// <summary>Validates the lines of a sheet in order against existing entries and against each other.</summary>
internal sealed class OfficerImportPlan
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private readonly ILookup<string, Organisation> organisations;
    private readonly Dictionary<Guid, Officer> officers;
    private readonly Dictionary<(Guid Organisation, string StaffNumber), Person> byStaffNumber;
    private readonly Dictionary<string, Officer> byCertificate;
    private readonly Dictionary<Guid, Person> persons;
    private readonly HashSet<string> numbersTaken;
    private readonly HashSet<(Guid Organisation, string StaffNumber)> staffNumbersHere = [];
    private readonly HashSet<string> certificatesHere = new(StringComparer.Ordinal);

    public OfficerImportPlan(
        IReadOnlyCollection<Organisation> organisations,
        IReadOnlyCollection<Officer> officers,
        IReadOnlyCollection<Person> persons,
        HashSet<string> numbersTaken
    )
    {
        this.organisations = organisations
            .SelectMany(o => new[] { o.Name, o.Path }.Select(key => (key, o)))
            .ToLookup(p => p.key, p => p.o, StringComparer.Ordinal);
        this.officers = officers.ToDictionary(o => o.Id);
        this.persons = persons.ToDictionary(p => p.Id);
        byStaffNumber = persons
            .Where(p => p.StaffNumber is not null)
            .GroupBy(p => (p.OrganisationId, p.StaffNumber!))
            .ToDictionary(g => g.Key, g => g.First());
        byCertificate = officers
            .SelectMany(o => o.Certificates.Select(c => (c.Number, o)))
            .ToDictionary(c => c.Number, c => c.o, StringComparer.Ordinal);
        this.numbersTaken = numbersTaken;
    }

    public PlannedOfficer Read(OfficerSheetRow row)
    {
        var errors = new List<string>();
        if (row.HasFormula)
            errors.Add("该行含有公式，请改为数值");
        if (row.LostDigits is { } lost)
            errors.Add(lost);
        if (row.Name.Length is 0 or > Person.NameMaxLength)
            errors.Add("姓名为空或者过长");
        else
            row = row with { Name = NameOf(row.Name, errors) };
        if (row.StaffNumber.Length > Person.StaffNumberMaxLength)
            errors.Add("工号过长");
        var kind = KindOf(row.Kind, errors);
        var organisation = OrganisationOf(row.Organisation, errors);
        var servedFrom = DateOf("任职日期", row.ServedFrom, errors);
        var certificate = CertificateOf(row, kind, errors);
        if (organisation is not null && row.StaffNumber.Length > 0 && !staffNumbersHere.Add((organisation.Id, row.StaffNumber)))
            errors.Add("本表中同一机构的工号重复");
        if (certificate is not null && !certificatesHere.Add(certificate.Number))
            errors.Add("本表中证件号码重复");
        if (errors.Count > 0 || organisation is null)
            return new(row.Line, ImportOutcome.Rejected, errors);
        return Match(row, kind, organisation, servedFrom, certificate);
    }

    private static string NameOf(string typed, List<string> errors)
    {
        try
        {
            return TextRules.Name(typed);
        }
        catch (DomainException refusal)
        {
            errors.Add($"姓名：{refusal.Detail}");
            return typed;
        }
    }

    private PlannedOfficer Match(
        OfficerSheetRow row,
        StaffKind kind,
        Organisation organisation,
        DateOnly? servedFrom,
        PlannedCertificate? certificate
    )
    {
        PlannedOfficer Rejected(string why) => new(row.Line, ImportOutcome.Rejected, [why]);
        var ofCertificate = certificate is null ? null : byCertificate.GetValueOrDefault(certificate.Number);
        if (certificate is not null && ofCertificate is null && numbersTaken.Contains(certificate.Number))
            return Rejected("证件号码已经登记"); // also if the holder serves outside the caller's scope, which is not disclosed
        var ofStaffNumber = row.StaffNumber.Length == 0 ? null : byStaffNumber.GetValueOrDefault((organisation.Id, row.StaffNumber));
        var person = ofStaffNumber ?? (ofCertificate is null ? null : persons[ofCertificate.Id]);
        if (ofCertificate is not null && person!.Id != ofCertificate.Id)
            return Rejected("证件号码与工号属于不同的人");
        if (person is not null && person.Name != row.Name)
            return Rejected("工号或者证件号码已经登记在另一姓名下");
        if (person is not null && person.OrganisationId != organisation.Id)
            return Rejected("该人员在另一机构任职，请先办理调动");
        if (person is not null && person.Kind != kind)
            return Rejected("人员类别与已登记的不一致");
        var known = person is null ? null : officers.GetValueOrDefault(person.Id);
        if (ofCertificate is not null && !Same(ofCertificate, certificate!))
            return Rejected("同一证件号码的种类或者日期与已登记的不一致");
        var outcome =
            known is null ? ImportOutcome.Create
            : certificate is not null && ofCertificate is null ? ImportOutcome.AddCertificate
            : ImportOutcome.Unchanged;
        return new(row.Line, outcome, [])
        {
            Name = row.Name,
            StaffNumber = row.StaffNumber.Length == 0 ? null : row.StaffNumber,
            Kind = kind,
            Organisation = organisation,
            ServedFrom = servedFrom,
            Certificate = certificate,
            Known = known,
            KnownPerson = person,
        };
    }

    private static bool Same(Officer holder, PlannedCertificate stated) =>
        holder.Certificates.Any(c =>
            c.Number == stated.Number && c.Kind == stated.Kind && c.IssuedOn == stated.IssuedOn && c.ExpiresOn == stated.ExpiresOn
        );

    private static StaffKind KindOf(string text, List<string> errors)
    {
        if (text is not ("在编" or "辅助"))
            errors.Add("人员类别应为 在编 或者 辅助");
        return text == "辅助" ? StaffKind.Auxiliary : StaffKind.Establishment;
    }

    private Organisation? OrganisationOf(string text, List<string> errors)
    {
        var found = organisations[text].Take(2).ToList();
        if (found is [var one])
            return one;
        errors.Add(found.Count == 0 ? "所属机构不存在，或者不在管理范围内" : "所属机构名称不唯一，请改写机构路径");
        return null;
    }

    private static PlannedCertificate? CertificateOf(OfficerSheetRow row, StaffKind kind, List<string> errors)
    {
        if (row.CertificateNumber.Length == 0)
        {
            if (row.CertificateKind.Length + row.IssuedOn.Length + row.ExpiresOn.Length > 0)
                errors.Add("填写了证件信息而没有证件号码");
            return null;
        }
        if (kind is StaffKind.Auxiliary)
            errors.Add("辅助人员不得持有执法证件");
        if (!CertificateNumber.IsWellFormed(row.CertificateNumber))
            errors.Add(CertificateNumber.Expected);
        if (row.CertificateKind is not ("市级" or "国家部委"))
            errors.Add("证件种类应为 市级 或者 国家部委");
        var issued = DateOf("发证日期", row.IssuedOn, errors, required: true);
        var expires = DateOf("有效期至", row.ExpiresOn, errors, required: true);
        if (expires < issued)
            errors.Add("有效期早于发证日期");
        return new(
            row.CertificateNumber,
            row.CertificateKind == "国家部委" ? CertificateKind.NationalDepartment : CertificateKind.Municipal,
            issued ?? default,
            expires ?? default
        );
    }

    private static DateOnly? DateOf(string column, string text, List<string> errors, bool required = false)
    {
        if (text.Length == 0 && !required)
            return null;
        if (
            DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is > 1950 and < 2100
        )
            return date;
        errors.Add($"{column}应写作 2024-01-31");
        return null;
    }
}
