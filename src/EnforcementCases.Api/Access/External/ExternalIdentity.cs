using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Access.External;

/// <summary>The identity of a person at the external authority. It may be confidential, so only a keyed hash is stored.</summary>
internal sealed class ExternalIdentity(PersonalDataVault vault, OidcSettings settings)
{
    public const int ClaimMaxLength = 200;

    /// <summary>Equal for equal values of the configured claim.</summary>
    public string KeyOf(string claimValue) => vault.BlindIndex($"external-identity\n{settings.Claim}\n{claimValue}");
}
