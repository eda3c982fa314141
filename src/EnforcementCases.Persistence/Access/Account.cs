using Microsoft.AspNetCore.Identity;

namespace EnforcementCases.Persistence.Access;

/// <summary>A sign-in account; a person may have several.</summary>
public sealed class Account : IdentityUser<Guid> { }
