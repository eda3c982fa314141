namespace EnforcementCases.Domain.Penalties;

/// <summary>Something that a decision orders beside the penalty or instead of it (责令改正、限期拆除). It is no kind of penalty. 行政处罚法 第二十八条第一款.</summary>
/// <param name="What">What has to be put right, removed or stopped, in Chinese.</param>
/// <param name="Place">Where; null means at the place of the offence.</param>
/// <param name="DueOn">Last day, inclusive; null if the days are counted from the service, or if it is due at once.</param>
/// <param name="DaysAfterService">Calendar days after the service of the decision (自收到之日起…日内), 1 or more; null if a day is fixed, or if it is due at once.</param>
public sealed record DecisionOrder(string What, string? Place = null, DateOnly? DueOn = null, int? DaysAfterService = null);
