using EnforcementCases.Domain.Access;

namespace EnforcementCases.Platform.Access;

/// <summary>Of whom a second factor is asked.</summary>
internal enum SecondFactorRule
{
    /// <summary>Of every account with a role that owes one, and of every other that has one.</summary>
    Required,

    /// <summary>Only of accounts that have one. Acts that need a step-up need it all the same.</summary>
    Optional,
}

/// <summary>How people sign in and how long it is remembered: <c>Access:*</c>.</summary>
/// <param name="SecondFactor"><c>Access:SecondFactor</c>: Required where nothing is said.</param>
/// <param name="StepUpFor"><c>Access:StepUpMinutes</c>, 1 to 60: how long a second factor counts as fresh; five where nothing is said.</param>
/// <param name="SecurityLogKept"><c>Access:SecurityLogDays</c>: 400 where nothing is said.</param>
internal sealed record AccessSettings(SecondFactorRule SecondFactor, TimeSpan StepUpFor, TimeSpan SecurityLogKept)
{
    /// <summary>Six months, 网络安全法 第二十一条第三项 (留存相关的网络日志不少于六个月).</summary>
    public const int LeastSecurityLogDays = 183;

    /// <summary>Whether somebody with these roles may not work without a second factor.</summary>
    public bool Owes(IEnumerable<Role> roles) => SecondFactor == SecondFactorRule.Required && SecondFactorDuty.IsOwedBy(roles);

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
            TimeSpan.FromDays(days)
        );
    }
}
