using FluentValidation;

namespace EnforcementCases.Api.Statistics;

/// <summary>The years that can be requested.</summary>
internal static class StatisticalYear
{
    /// <summary>Year of the first 行政处罚法; nothing earlier was decided under it.</summary>
    private const int First = 1996;
    private const int Last = 2199;

    public static IRuleBuilderOptions<T, int> IsStatisticalYear<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(First, Last).WithMessage($"年度应在 {First} 与 {Last} 之间");
}
