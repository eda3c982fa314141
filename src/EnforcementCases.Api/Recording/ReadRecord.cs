using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Recording;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording;

/// <summary>Reads the process record (全过程记录) of a case.</summary>
public sealed record ReadRecordQuery(Guid CaseId) : IRequest<CaseRecord>;

/// <summary>The process record of a case, in order.</summary>
/// <param name="ChainId">The case.</param>
/// <param name="LastHash">Hash of the last entry, hex.</param>
/// <param name="Entries">All entries, in order.</param>
public sealed record CaseRecord(Guid ChainId, string LastHash, IReadOnlyList<CaseRecordEntry> Entries);

/// <summary>An entry of the record.</summary>
/// <param name="Seq">Position in the chain, from 1.</param>
/// <param name="Type">Name of the act.</param>
/// <param name="ClaimedAt">When it happened, as stated by the client.</param>
/// <param name="RecordedAt">When the server wrote it.</param>
/// <param name="Late">Whether it was entered more than three days after it happened, as stated by the client (补录).</param>
/// <param name="Content">The content that was hashed, as JSON.</param>
/// <param name="CanonicalBase64">The exact bytes that were hashed, in Base64.</param>
/// <param name="PreviousHash">Hash of the entry before, hex; for the first entry, a value computed from the id of the case.</param>
/// <param name="Hash">Hash of this entry, hex.</param>
public sealed record CaseRecordEntry(
    int Seq,
    string Type,
    DateTimeOffset ClaimedAt,
    DateTimeOffset RecordedAt,
    bool Late,
    JsonElement Content,
    string CanonicalBase64,
    string PreviousHash,
    string Hash
);

/// <summary>Refusals of the record.</summary>
internal static class RecordErrors
{
    public static readonly DomainError NotFound = new("record.not-found", null, ErrorKind.NotFound, "没有找到该案件的记录");
}

internal sealed class ReadRecordHandler(AppDbContext db) : IRequestHandler<ReadRecordQuery, CaseRecord>
{
    public async Task<CaseRecord> Handle(ReadRecordQuery request, CancellationToken cancellationToken)
    {
        var chain =
            await db.RecordChains.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken)
            ?? throw RecordErrors.NotFound.With($"案件 {request.CaseId}");
        var entries = await db
            .RecordEntries.AsNoTracking()
            .Where(e => e.ChainId == request.CaseId)
            .OrderBy(e => e.ChainSeq)
            .ToListAsync(cancellationToken);
        return new(chain.Id, Convert.ToHexStringLower(chain.LastHash), [.. entries.Select(Describe)]);
    }

    /// <exception cref="DomainException"><see cref="StoredFormat.Unreadable"/>.</exception>
    private static JsonDocument ContentOf(RecordEntry e)
    {
        try
        {
            return JsonDocument.Parse(e.Canonical);
        }
        catch (JsonException)
        {
            throw StoredFormat.Unreadable.With($"记录 {e.Id}", "校验该案件的记录，查明哪些内容被改动");
        }
    }

    private static CaseRecordEntry Describe(RecordEntry e)
    {
        using var content = ContentOf(e);
        return new(
            e.ChainSeq,
            e.Type,
            e.ClaimedAt,
            e.RecordedAt,
            ClaimedTime.IsLate(e.ClaimedAt, e.RecordedAt),
            content.RootElement.Clone(),
            Convert.ToBase64String(e.Canonical),
            Convert.ToHexStringLower(e.PreviousHash),
            Convert.ToHexStringLower(e.Hash)
        );
    }
}
