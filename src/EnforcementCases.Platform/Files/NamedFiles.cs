using EnforcementCases.Persistence;

namespace EnforcementCases.Platform.Files;

/// <summary>The files that rows name: evidence, printed documents, seals.</summary>
internal static class NamedFiles
{
    public static IQueryable<string> In(AppDbContext db) =>
        db
            .CaseFiles.Select(f => f.Sha256)
            .Union(db.DocumentPrints.Select(p => p.FileSha256))
            .Union(db.Organisations.Where(o => o.Profile.SealSha256 != null).Select(o => o.Profile.SealSha256!));
}
