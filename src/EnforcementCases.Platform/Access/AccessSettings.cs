using EnforcementCases.Domain.Access;

namespace EnforcementCases.Platform.Access;

/// <summary>Which accounts must give a second factor at sign-in.</summary>
internal enum SecondFactorRule
{
    /// <summary>Every account with a role that requires one, and every other account that has one.</summary>
    Required,

    /// <summary>Only accounts that have one. Operations that require a step-up still require it.</summary>
    Optional,
}

/// <summary>Sign-in, step-up and retention of the security log: <c>Access:*</c>.</summary>
/// <param name="SecondFactor"><c>Access:SecondFactor</c>; default Required.</param>
/// <param name="StepUpFor"><c>Access:StepUpMinutes</c>, 1 to 60: how many minutes a second factor counts as fresh; default 5.</param>
/// <param name="SmallOrgans"><c>Access:ReviewersBesideOfficers</c>: paths of organisations, separated by commas, that are too small for a reviewer who is no officer; empty by
/// default. Such a person still reviews no case that he or she handled.</param>
/// <param name="SecurityLogKept"><c>Access:SecurityLogDays</c>: how long the security log is kept; default 400 days.</param>
internal sealed record AccessSettings(
    SecondFactorRule SecondFactor,
    TimeSpan StepUpFor,
    TimeSpan SecurityLogKept,
    IReadOnlyList<string> SmallOrgans
)
{
    /// <summary>At least six months: 网络安全法 第二十一条第三项 (留存相关的网络日志不少于六个月).</summary>
    public const int LeastSecurityLogDays = 183;

    /// <summary>Whether a person with these roles must have a second factor.</summary>
    public bool Owes(IEnumerable<Role> roles) => SecondFactor == SecondFactorRule.Required && SecondFactorDuty.IsOwedBy(roles);

    /// <summary>Whether the organisation at a path is too small for a reviewer who is no officer.</summary>
    public bool MayReviewBesideOfficer(string organisationPath) =>
        SmallOrgans.Any(small => organisationPath.StartsWith(small, StringComparison.Ordinal));

    /// <exception cref="InvalidOperationException">A value is out of its range: the program does not start.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        var minutes = configuration.GetValue("Access:StepUpMinutes", 5);
        if (minutes is < 1 or > 60)
            throw new InvalidOperationException($"Access:StepUpMinutes is {minutes}; 1 to 60 are allowed.");
        var days = configuration.GetValue("Access:SecurityLogDays", 400);
        if (days < LeastSecurityLogDays)
        {
            throw new InvalidOperationException(
                $"Access:SecurityLogDays is {days}; the law asks for six months, so at least {LeastSecurityLogDays} days are kept."
            );
        }
        return new(
            configuration.GetValue("Access:SecondFactor", SecondFactorRule.Required),
            TimeSpan.FromMinutes(minutes),
            TimeSpan.FromDays(days),
            (configuration["Access:ReviewersBesideOfficers"] ?? "").Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        );
    }
}
