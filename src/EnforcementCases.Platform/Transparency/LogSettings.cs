using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Transparency;

namespace EnforcementCases.Platform.Transparency;

/// <summary>A witness of another organisation that cosigns checkpoints.</summary>
/// <param name="Address">Address of its program.</param>
/// <param name="Key">The key with which its signatures are verified.</param>
internal sealed record LogWitness(Uri Address, string Key);

/// <summary>Settings of the log (<c>Transparency:</c>).</summary>
/// <param name="Enabled"><c>Enabled</c>: whether this process appends to the log; default true.</param>
/// <param name="Origin"><c>Origin</c>: identity of the log; null: made from its first key.</param>
/// <param name="AnchorEvery"><c>AnchorMinutes</c>: how often the witnesses are asked; default 60.</param>
/// <param name="Witnesses"><c>Witnesses:0:Address</c> and <c>Witnesses:0:Key</c>, and so on.</param>
/// <param name="TimeStamps"><c>TimeStamps:Address</c>: a time-stamping authority (RFC 3161); null for none.</param>
/// <param name="TimeStampIssuer"><c>TimeStamps:Certificate</c>: path of the authority's certificate; a token that it did not sign is not kept.</param>
internal sealed record LogSettings(
    bool Enabled,
    string? Origin,
    TimeSpan AnchorEvery,
    IReadOnlyList<LogWitness> Witnesses,
    Uri? TimeStamps,
    string? TimeStampIssuer
)
{
    public static LogSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Transparency");
        return new(
            section.GetValue("Enabled", true),
            section["Origin"] is { Length: > 0 } origin ? origin : null,
            TimeSpan.FromMinutes(section.GetValue("AnchorMinutes", 60)),
            [
                .. section
                    .GetSection("Witnesses")
                    .GetChildren()
                    .Select(w => new LogWitness(
                        new(w["Address"] ?? throw Missing(w.Path, "Address")),
                        w["Key"] ?? throw Missing(w.Path, "Key")
                    )),
            ],
            section["TimeStamps:Address"] is { Length: > 0 } address ? new(address) : null,
            section["TimeStamps:Certificate"] is { Length: > 0 } file ? file : null
        );
    }

    private static InvalidOperationException Missing(string path, string name) => new($"{path}:{name} is missing.");
}

/// <summary>The salts under which cases appear in the log: with the log alone, nobody can trace a leaf to a case.</summary>
internal sealed class LogSalts(KeyRing keys)
{
    private readonly byte[] key = keys.Secret("log-references");

    /// <summary>The salt of a chain.</summary>
    public byte[] Of(Guid chain) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(chain.ToString("D")))[..EntryLeaf.SaltLength];
}
