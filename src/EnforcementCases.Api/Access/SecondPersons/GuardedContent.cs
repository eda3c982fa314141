using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence.Access;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>What a guarded change changes.</summary>
internal sealed record GuardedContent
{
    /// <summary>Chinese characters are written as they are: a profile in escapes would not fit the column.</summary>
    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Roles that are granted.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>First day of these roles; null for the day on which they are confirmed.</summary>
    public DateOnly? HeldFrom { get; init; }

    /// <summary>Hash of the one-time password; null unless it is reset.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Keyed hash of the identity at the external authority; null unless one is linked.</summary>
    public string? ExternalKey { get; init; }

    /// <summary>Name of the organisation; null unless its profile is changed.</summary>
    public string? Name { get; init; }

    /// <summary>Profile of the organisation; null unless it is changed.</summary>
    public OrganisationProfile? Profile { get; init; }

    /// <summary>SHA-256 of the seal; null unless it is changed.</summary>
    public string? SealSha256 { get; init; }

    public static GuardedContent Of(GuardedChange change) => JsonSerializer.Deserialize<GuardedContent>(change.Content, Format)!;

    public string Write() => JsonSerializer.Serialize(this, Format);
}
