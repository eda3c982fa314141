using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>Compares the next stored files with the hash by which rows name them; what differs is an alarm of the security log.</summary>
/// <param name="After">SHA-256 of the last file that was compared; null to begin.</param>
public sealed record ScrubFilesQuery(string? After) : IRequest<string?>;

/// <summary>Finds stored files that no row names; each is an alarm of the security log.</summary>
public sealed record FindStrayFilesQuery : IRequest<int>;

internal sealed class ScrubFilesHandler(AppDbContext db, FileStore files, SecurityJournal journal)
    : IRequestHandler<ScrubFilesQuery, string?>
{
    private const int Slice = 100;

    /// <returns>The last file of the slice; null if none is left.</returns>
    public async Task<string?> Handle(ScrubFilesQuery request, CancellationToken cancellationToken)
    {
        var named = NamedFiles.In(db);
        var names = await (request.After is { } after ? named.Where(n => string.Compare(n, after) > 0) : named)
            .OrderBy(n => n)
            .Take(Slice)
            .ToListAsync(cancellationToken);
        foreach (var name in names)
        {
            var fault = await files.FaultOfAsync(name, cancellationToken) switch
            {
                FileFault.Missing => "file-missing",
                FileFault.Changed => "file-changed",
                FileFault.Unreadable => "file-unreadable",
                null => null,
            };
            if (fault is not null)
                await journal.NoteAloneAsync(SecurityEventKind.StoredContentDamaged, ownerPath: "", detail: $"{fault} {name}");
        }
        return names.Count == Slice ? names[^1] : null;
    }
}

internal sealed class FindStrayFilesHandler(AppDbContext db, FileStore files, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<FindStrayFilesQuery, int>
{
    /// <summary>A file is there before the row that names it: a fresh one may still get its row.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <returns>How many were found.</returns>
    public async Task<int> Handle(FindStrayFilesQuery request, CancellationToken cancellationToken)
    {
        var named = (await NamedFiles.In(db).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var before = clock.GetUtcNow() - Fresh;
        var stray = files.Names().Where(name => !named.Contains(name) && files.WrittenAt(name) < before).ToList();
        foreach (var name in stray)
            await journal.NoteAloneAsync(SecurityEventKind.StoredContentDamaged, ownerPath: "", detail: $"file-without-row {name}");
        return stray.Count;
    }
}
