using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads the version of a violation (案由) in force on a day.</summary>
/// <param name="Code">Code of the violation.</param>
/// <param name="OnDate">The day on which the version must be in force; default: today.</param>
public sealed record ReadViolationQuery(string Code, DateOnly? OnDate) : IRequest<ViolationDetail>;

/// <summary>Refusals of the catalogue's reads and rows.</summary>
internal static class CatalogueErrors
{
    /// <summary>Largest number in a file of the catalogue, in yuan, per cent or times, inclusive: a larger one is an error and would overflow.</summary>
    public const decimal LargestNumber = 1_000_000_000_000m;

    public static readonly DomainError ViolationNotFound = new(
        "catalogue.violation-not-found",
        null,
        ErrorKind.NotFound,
        "目录中没有该案由，或者该日不施行"
    );

    public static readonly DomainError RowRejected = new("catalogue.row-rejected", null, ErrorKind.Unacceptable, "目录行不能采用");

    public static readonly DomainError CalendarYearNotFound = new(
        "catalogue.calendar-year-not-found",
        null,
        ErrorKind.NotFound,
        "该年度的工作日历尚未载入"
    );
}

internal sealed class ReadViolationHandler(CatalogueDirectory directory, TimeProvider clock)
    : IRequestHandler<ReadViolationQuery, ViolationDetail>
{
    public Task<ViolationDetail> Handle(ReadViolationQuery request, CancellationToken cancellationToken)
    {
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        var violation =
            directory.Current.ViolationOn(request.Code, day)
            ?? throw CatalogueErrors.ViolationNotFound.With($"{request.Code}，{day:yyyy-MM-dd}");
        return Task.FromResult(ViolationDetail.Of(violation));
    }
}
