using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using MediatR;

namespace EnforcementCases.Api.Publicity;

/// <summary>Checks the records of the double publication (双公示) of a period before the platform does.</summary>
/// <param name="From">First day of publication, inclusive.</param>
/// <param name="To">Last day of publication, inclusive; at most 366 days.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ListCreditRecordsQuery(DateOnly From, DateOnly To, Guid? OrganisationId = null) : IRequest<CreditRecordsOfPeriod>;

/// <summary>The records of a period.</summary>
/// <param name="Ready">Records that can be sent.</param>
/// <param name="Rejected">Records that the platform would refuse, each with what to mend.</param>
public sealed record CreditRecordsOfPeriod(int Ready, IReadOnlyList<RejectedCreditRecord> Rejected);

/// <summary>A record that cannot be sent.</summary>
/// <param name="PublicationId">The item.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Faults">What is wrong, by column.</param>
public sealed record RejectedCreditRecord(Guid PublicationId, Guid CaseId, string Number, IReadOnlyList<CreditFault> Faults);

/// <summary>Reads the credit file of a period (双公示数据文件): the records that passed all checks. A workbook has a second sheet with those that did not.</summary>
/// <param name="From">First day of publication, inclusive.</param>
/// <param name="To">Last day of publication, inclusive; at most 366 days.</param>
/// <param name="Format">Kind of file; default: a workbook.</param>
public sealed record ExportCreditRecordsQuery(DateOnly From, DateOnly To, CreditFileFormat? Format = null) : IRequest<SavedFile>;

/// <summary>Kind of credit file.</summary>
public enum CreditFileFormat
{
    /// <summary>Workbook (XLSX) with a second sheet for what was rejected.</summary>
    Xlsx,

    /// <summary>Comma-separated text in UTF-8 with a byte-order mark, without what was rejected.</summary>
    Csv,
}

internal sealed class ListCreditRecordsHandler(CreditRegister register, OrganisationReader organisations)
    : IRequestHandler<ListCreditRecordsQuery, CreditRecordsOfPeriod>,
        IRequestHandler<ExportCreditRecordsQuery, SavedFile>
{
    public async Task<CreditRecordsOfPeriod> Handle(ListCreditRecordsQuery request, CancellationToken cancellationToken)
    {
        var organ = await organisations.OrganAsync(request.OrganisationId, cancellationToken);
        var rows = await register.ReadAsync(organ.Id, request.From, request.To, cancellationToken);
        return new(
            rows.Count(r => r.Faults.Count == 0),
            [
                .. rows.Where(r => r.Faults.Count > 0)
                    .Select(r => new RejectedCreditRecord(r.Item.Id, r.Item.CaseId, r.Item.Number, r.Faults)),
            ]
        );
    }

    public async Task<SavedFile> Handle(ExportCreditRecordsQuery request, CancellationToken cancellationToken)
    {
        var organ = await organisations.OrganAsync(id: null, cancellationToken);
        var rows = await register.ReadAsync(organ.Id, request.From, request.To, cancellationToken);
        var name = $"行政处罚双公示 {request.From:yyyy-MM-dd}至{request.To:yyyy-MM-dd}";
        return request.Format is CreditFileFormat.Csv
            ? new(CreditFile.Csv(rows), $"{name}.csv")
            : new(CreditFile.Workbook(rows), $"{name}.xlsx");
    }
}
