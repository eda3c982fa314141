using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>Order of acts (先取证、后裁决): what an act rests on is not later than it, what it starts is not earlier; the same minute passes. 行政诉讼法 第三十五条.</summary>
[StatutoryRule("REF-ORDER")]
public static class OrderOfActs
{
    /// <summary>An act is dated before something that it rests on.</summary>
    public static readonly DomainError BeforeItsGround = new(
        "act.before-what-it-rests-on",
        "REF-ORDER",
        ErrorKind.RuleBroken,
        "环节不得早于其所依据的环节",
        LitigationLaw.At("第三十五条")
    );

    /// <summary>An act is dated after a day that it sets.</summary>
    public static readonly DomainError AfterWhatItStarts = new(
        "act.after-what-it-starts",
        "REF-ORDER",
        ErrorKind.RuleBroken,
        "环节不得晚于由其设定的日期",
        LitigationLaw.At("第三十五条")
    );

    /// <summary>Days within one act contradict each other.</summary>
    public static readonly DomainError PartsOutOfOrder = new(
        "act.part-out-of-order",
        "REF-ORDER",
        ErrorKind.Unacceptable,
        "所载事项的时间前后矛盾"
    );

    /// <summary>The refusal of something that is dated before what has to come first; null if it is not.</summary>
    /// <param name="later">What comes later.</param>
    /// <param name="first">What has to come first.</param>
    /// <param name="error">The refusal, where the law has one of its own for these two.</param>
    public static DomainException? ObstacleUnlessAfter(Dated later, Dated first, DomainError? error = null) =>
        later.IsBefore(first)
            ? Refusal(
                error ?? BeforeItsGround,
                $"{later.Name}（{later.When}）早于{first.Name}（{first.When}）",
                later.Pointer ?? first.Pointer
            )
            : null;

    /// <summary>The refusal of something that is dated after what may only follow; null if it is not.</summary>
    /// <param name="first">What has to come first.</param>
    /// <param name="later">What comes later.</param>
    /// <param name="error">The refusal, where the law has one of its own for these two.</param>
    public static DomainException? ObstacleUnlessBefore(Dated first, Dated later, DomainError? error = null) =>
        later.IsBefore(first)
            ? Refusal(
                error ?? AfterWhatItStarts,
                $"{first.Name}（{first.When}）晚于{later.Name}（{later.When}）",
                first.Pointer ?? later.Pointer
            )
            : null;

    private static DomainException Refusal(DomainError error, Sentence detail, string? pointer) =>
        new(error, detail) { NextStep = "更正时间；时间无误的，按先后次序重新办理", Pointer = pointer };
}
