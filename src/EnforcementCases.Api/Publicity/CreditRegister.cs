using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>A decision of the credit file: its record, or why it cannot be sent.</summary>
internal sealed record CreditRow(PublicationItem Item, CreditRecord Record, IReadOnlyList<CreditFault> Faults);

/// <summary>Makes the records of the double publication (双公示) of published decisions. Slight penalties are never among them, natural persons only if the place sends them.</summary>
internal sealed class CreditRegister(AppDbContext db, PublicityDesk desk, CatalogueDirectory catalogue, TimeProvider clock)
{
    /// <summary>The longest period of a file, in days.</summary>
    public const int MostDays = 366;

    /// <summary>The records of a file are opened case by case.</summary>
    public const int MostRecords = 2_000;

    /// <summary>The period ends before it begins, or is longer than a year.</summary>
    public static readonly DomainError PeriodOutOfRange = new(
        "publicity.credit-period-out-of-range",
        null,
        ErrorKind.Unacceptable,
        "起止日期颠倒或者跨度超过一年"
    );

    /// <summary>More decisions than one file takes.</summary>
    public static readonly DomainError TooMany = new("publicity.credit-file-too-long", null, ErrorKind.Unacceptable, "一次导出的记录过多");

    /// <summary>The decisions published in a period, with their records.</summary>
    /// <exception cref="DomainException"><see cref="PeriodOutOfRange"/> or <see cref="TooMany"/>.</exception>
    public async Task<IReadOnlyList<CreditRow>> ReadAsync(Guid organId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            throw PeriodOutOfRange.With($"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}", "缩短期间").At("/to");
        var today = LegalDate.Of(clock.GetUtcNow());
        var items = await db
            .PublicationItems.Where(i => i.OrganId == organId && i.State == PublicationState.Published)
            .Where(i => i.DisplayUntil == null || i.DisplayUntil >= today)
            .Where(i => i.PublishedOn >= from && i.PublishedOn <= to)
            .Where(i => i.CreditClass != null && i.CreditClass != CreditClass.Slight)
            .OrderBy(i => i.PublishedOn)
            .ThenBy(i => i.Seq)
            .Take(MostRecords + 1)
            .ToListAsync(ct);
        if (items.Count > MostRecords)
            throw TooMany.With($"超过 {MostRecords} 条", "缩短期间").At("/to");
        var rows = new List<CreditRow>();
        foreach (var item in items)
        {
            var decision = await desk.DecisionAsync(item, await desk.CaseAsync(item, ct), ct);
            if (decision.Case.Party.Kind is PartyKind.Citizen && !SendsNaturalPersons(item, today))
                continue;
            var record = RecordOf(item, decision, CodeOf(item, today));
            rows.Add(new(item, record, CreditChecks.Of(record, today)));
        }
        return rows;
    }

    private bool SendsNaturalPersons(PublicationItem item, DateOnly today) =>
        catalogue.Current.Parameter(item.OrganisationPath, LocalParameters.CreditNaturalPersons, today).Value == "yes";

    private string CodeOf(PublicationItem item, DateOnly today) =>
        catalogue.Current.Parameter(item.OrganisationPath, LocalParameters.CreditOrganCode, today).Value;

    /// <summary>Texts are those of the published copy: what was corrected there is corrected here too.</summary>
    private static CreditRecord RecordOf(PublicationItem item, PublicDecision decision, string organCode)
    {
        var (party, copy) = (decision.Case.Party, PublicCopy.Read(item.Copy!));
        var isPerson = party.Kind is PartyKind.Citizen;
        return new()
        {
            PartyName = party.Name,
            PartyKind = party.Kind,
            Age = party.AgeAtOffence,
            PartyCode = isPerson || party.Document is not IdentityDocument.CreditCode ? "" : decision.PartyNumber ?? "",
            Representative = isPerson ? "" : party.Representative ?? "",
            PersonDocument = isPerson ? DocumentOf(party.Document) : "",
            PersonNumber = isPerson ? decision.PartyNumber ?? "" : "",
            Number = item.Number,
            Offence = decision.Case.ViolationName,
            Facts = copy.Facts ?? "",
            Basis = string.Join('；', copy.Basis),
            Penalties = decision.Penalties,
            DecidedFineFen = decision.Case.Penalty.FineFen,
            Content = copy.Result,
            DecidedOn = item.DecidedOn,
            EffectiveUntil = CreditRecord.EndOf(item.DecidedOn, decision.Penalties),
            DisplayUntil = CreditDisplay.OnCreditSites(item.CreditClass!.Value, item.DecidedOn)!.Most,
            Organ = decision.Organ,
            OrganCode = organCode,
        };
    }

    /// <summary>The standard calls an identity card by its usual name; the other kinds as papers do.</summary>
    private static string DocumentOf(IdentityDocument? document) =>
        document is IdentityDocument.CitizenIdCard ? "身份证" : document?.Term() ?? "";
}
