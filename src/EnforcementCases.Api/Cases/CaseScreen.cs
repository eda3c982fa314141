using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Recording;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Problems;
using MediatR;

namespace EnforcementCases.Api.Cases;

/// <summary>Reads a case with what a screen shows beside it, in one call. Each part is read by its own query, whose rights and scope are checked again.</summary>
internal static class CaseScreen
{
    private const string Acts = "acts";
    private const string Deadlines = "deadlines";
    private const string Documents = "documents";
    private const string Record = "record";

    private static readonly string[] Allowed = [Acts, Deadlines, Documents, Record];

    /// <summary>A part that is not offered.</summary>
    public static readonly DomainError UnknownPart = new(
        "case.unknown-part",
        null,
        ErrorKind.Malformed,
        "include 只能是 acts、deadlines、documents、record"
    );

    /// <exception cref="DomainException"><see cref="UnknownPart"/>.</exception>
    public static async Task<CaseView> ReadAsync(IMediator mediator, Guid id, string? include, CancellationToken ct)
    {
        var parts = PartsOf(include);
        var @case = await mediator.Send(new ReadCaseQuery(id), ct);
        return @case with
        {
            Acts = parts.Contains(Acts) ? await mediator.Send(new ReadActsQuery(id), ct) : null,
            Deadlines = parts.Contains(Deadlines) ? await mediator.Send(new ListCaseDeadlinesQuery(id), ct) : null,
            Documents = parts.Contains(Documents) ? await mediator.Send(new ListCaseDocumentsQuery(id), ct) : null,
            Record = parts.Contains(Record) ? await mediator.Send(new ReadRecordQuery(id), ct) : null,
        };
    }

    private static HashSet<string> PartsOf(string? include)
    {
        var parts = (include ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(parts, part => !Allowed.Contains(part, StringComparer.Ordinal)) is { } unknown)
            throw UnknownPart.With($"“{unknown}”不在允许之列").At(JsonPointers.Of("query", "include"));
        return parts.ToHashSet(StringComparer.Ordinal);
    }
}
