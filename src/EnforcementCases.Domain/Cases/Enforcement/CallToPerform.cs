using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>The written call to perform (催告书, D41).</summary>
public sealed record PerformanceCall
{
    /// <summary>Number of the document.</summary>
    public required string Number { get; init; }

    /// <summary>Last day to perform (履行义务的期限).</summary>
    public required DateOnly? PerformBy { get; init; }

    /// <summary>What to do and how (履行义务的方式).</summary>
    public required string Manner { get; init; }

    /// <summary>What to pay in all, in fen; null if no money is owed.</summary>
    public long? AmountFen { get; init; }

    /// <summary>How to pay (给付方式); null if no money is owed.</summary>
    public string? PaymentManner { get; init; }

    /// <summary>It informs the party of its rights to state and defend (陈述权和申辩权).</summary>
    public required bool RightsNotified { get; init; }
}

/// <summary>What the party answered to the call and what came of it (陈述、申辩及复核).</summary>
/// <param name="Words">What the party stated, fact by fact or reason by reason.</param>
/// <param name="Rechecks">For each of them what the re-check found, in the same order.</param>
public sealed record CallAnswer(IReadOnlyList<string> Words, IReadOnlyList<string> Rechecks);

/// <summary>Calling upon the party before anything is executed (催告). 行政强制法 第三十五条、第三十六条、第五十四条.</summary>
public static class CallToPerform
{
    /// <summary>Working days from service of the call after which the court may be asked (十日后).</summary>
    [StatutoryRule("ACL-54")]
    public static readonly DeadlineRule BeforeCourt = new(
        "ACL-54",
        "催告后仍未履行义务",
        CoercionLaw.Days(10),
        CoercionLaw.At("第五十四条"),
        DeadlineFor.Party,
        "催告书送达"
    );

    /// <summary>The call lacks what the law asks for.</summary>
    public static readonly DomainError Incomplete = new(
        "performance-call.incomplete",
        "ACL-35",
        ErrorKind.RuleBroken,
        "催告书应当载明履行期限、履行方式、明确的金额和给付方式以及陈述权和申辩权",
        CoercionLaw.At("第三十五条")
    );

    /// <summary>The party answered and nothing was re-checked.</summary>
    public static readonly DomainError AnswerNotRechecked = new(
        "performance-call.answer-not-rechecked",
        "ACL-35",
        ErrorKind.RuleBroken,
        "对当事人收到催告书后提出的事实、理由和证据，应当进行记录、复核",
        CoercionLaw.At("第三十六条")
    );

    /// <summary>Everything that the call lacks.</summary>
    /// <param name="moneyOwed">The duty is to pay (金钱给付).</param>
    public static IReadOnlyList<DomainException> Obstacles(PerformanceCall call, bool moneyOwed) => [.. FindObstacles(call, moneyOwed)];

    /// <summary>Refuses a call that lacks something.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureComplete(PerformanceCall call, bool moneyOwed) => FindObstacles(call, moneyOwed).RefuseFirst();

    /// <summary>Refuses to go on before each point of the party's answer was re-checked.</summary>
    /// <param name="answer">What the party answered; null if it did not answer.</param>
    /// <exception cref="DomainException"><see cref="AnswerNotRechecked"/>.</exception>
    public static void EnsureAnswerRechecked(CallAnswer? answer)
    {
        if (answer is null)
            return;
        var done = answer.Rechecks.Count(r => !string.IsNullOrWhiteSpace(r));
        if (done < answer.Words.Count)
            throw AnswerNotRechecked.With($"陈述、申辩 {answer.Words.Count} 项，已复核 {done} 项");
    }

    /// <summary>The ten working days from service of the call.</summary>
    public static Deadline WaitBeforeCourt(DateOnly callServedOn, WorkingCalendar calendar) =>
        Deadline.From(BeforeCourt, callServedOn, calendar);

    /// <summary>First day on which the court may be asked.</summary>
    public static DateOnly EarliestApplication(DateOnly callServedOn, WorkingCalendar calendar) =>
        WaitBeforeCourt(callServedOn, calendar).LastDay.AddDays(1);

    /// <summary>Last day on which the call must have been served, so that the ten working days have run before the court's window closes.</summary>
    public static DateOnly LatestService(CourtWindow window, WorkingCalendar calendar) =>
        ClearDays.LatestBefore(window.LastDay, BeforeCourt.Limit.Count, calendar);

    private static IEnumerable<DomainException> FindObstacles(PerformanceCall call, bool moneyOwed)
    {
        if (call.PerformBy is null)
            yield return Incomplete.With("没有履行期限");
        if (string.IsNullOrWhiteSpace(call.Manner))
            yield return Incomplete.With("没有履行方式");
        if (moneyOwed && call.AmountFen is not > 0)
            yield return Incomplete.With("没有明确的金额");
        if (moneyOwed && string.IsNullOrWhiteSpace(call.PaymentManner))
            yield return Incomplete.With("没有给付方式");
        if (!call.RightsNotified)
            yield return Incomplete.With("没有告知陈述权和申辩权");
    }
}
