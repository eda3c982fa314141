namespace EnforcementCases.Platform.Access;

/// <summary>Where a browser signs in, for pages that need somebody to be signed in.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/sign-in";

    public const string Code = "/sign-in/code";

    public const string StepUp = "/step-up";

    public const string SignOut = "/sign-out";
}
