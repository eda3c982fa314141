using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Access.External;

/// <summary>What the external authority calls a person. It may be a number that is nobody's business: only a keyed hash is kept.</summary>
internal sealed class ExternalIdentity(PersonalDataVault vault, OidcSettings settings)
{
    public const int ClaimMaxLength = 200;

    /// <summary>Equal for equal values of the configured claim.</summary>
    public string KeyOf(string claimValue) => vault.BlindIndex($"external-identity\n{settings.Claim}\n{claimValue}");
}
