using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>A decision to execute (强制执行决定书, D42), with what it rests on.</summary>
public sealed record ExecutionDecision
{
    /// <summary>Number of the document.</summary>
    public required string Number { get; init; }

    /// <summary>Legal date.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Party with address.</summary>
    public required string Party { get; init; }

    /// <summary>Reasons and basis (理由和依据).</summary>
    public required string ReasonsAndBasis { get; init; }

    /// <summary>Manner and time (方式和时间).</summary>
    public required string MannerAndTime { get; init; }

    /// <summary>Remedies and their time limits (申请行政复议或者提起行政诉讼的途径和期限).</summary>
    public required string Remedies { get; init; }

    /// <summary>Name of the organ, with its seal.</summary>
    public required string Organ { get; init; }

    /// <summary>The document carries the organ's seal.</summary>
    public required bool Sealed { get; init; }

    /// <summary>Day on which the call was served; null if none was.</summary>
    public required DateOnly? CallServedOn { get; init; }

    /// <summary>Last day that the call set.</summary>
    public required DateOnly? PerformBy { get; init; }

    /// <summary>The party's good reason for not performing (正当理由); null if none.</summary>
    public string? GoodReason { get; init; }

    /// <summary>Evidence that the party moves or hides property (转移或者隐匿财物迹象), SHA-256, hex; it allows execution at once.</summary>
    public IReadOnlyList<string> HidingEvidenceSha256 { get; init; } = [];

    /// <summary>What the party answered to the call; null if it did not answer.</summary>
    public CallAnswer? Answer { get; init; }
}

/// <summary>When the organ may decide to execute. 行政强制法 第三十七条.</summary>
public static class DecidingToExecute
{
    /// <summary>No call, or its time has not run out.</summary>
    public static readonly DomainError NotCalledUpon = new(
        "execution-decision.not-called-upon",
        "ACL-37",
        ErrorKind.RuleBroken,
        "经催告，当事人逾期仍不履行且无正当理由的，才可以作出强制执行决定",
        CoercionLaw.At("第三十七条第一款")
    );

    /// <summary>The party has a good reason.</summary>
    public static readonly DomainError GoodReason = new(
        "execution-decision.good-reason",
        "ACL-37",
        ErrorKind.RuleBroken,
        "当事人不履行有正当理由的，不得作出强制执行决定",
        CoercionLaw.At("第三十七条第一款")
    );

    /// <summary>The decision lacks what the law asks for.</summary>
    public static readonly DomainError Incomplete = new(
        "execution-decision.incomplete",
        "ACL-37",
        ErrorKind.RuleBroken,
        "强制执行决定书应当载明当事人、理由和依据、方式和时间、救济途径和期限以及机关名称、印章和日期",
        CoercionLaw.At("第三十七条第二款")
    );

    /// <summary>Every obstacle to the decision.</summary>
    /// <param name="power">The law that lets the organ execute; null if none.</param>
    public static IReadOnlyList<DomainException> Obstacles(ExecutionDecision decision, ExecutionPowerBasis? power) =>
        [.. FindObstacles(decision, power)];

    /// <summary>Refuses a decision to execute that the law does not allow.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(ExecutionDecision decision, ExecutionPowerBasis? power) =>
        FindObstacles(decision, power).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(ExecutionDecision decision, ExecutionPowerBasis? power)
    {
        if (power is null)
            yield return ExecutionPower.None.With("该事项没有法律规定的强制执行权", "申请人民法院强制执行");
        else if (power.Level is not Law.InstrumentLevel.Law)
            yield return ExecutionPower.NotByLaw.With($"{power.Basis} 不是法律");

        if (decision.CallServedOn is not { } served || served > decision.DecidedOn)
            yield return NotCalledUpon.With("没有送达催告书");
        else if (decision.HidingEvidenceSha256.All(string.IsNullOrWhiteSpace) && !(decision.PerformBy < decision.DecidedOn))
            yield return NotCalledUpon.With(
                $"催告的履行期限至 {decision.PerformBy:yyyy-MM-dd}",
                "有证据证明转移或者隐匿财物的，可以在催告期间立即执行"
            );
        if (!string.IsNullOrWhiteSpace(decision.GoodReason))
            yield return GoodReason.With("记录有正当理由");
        if (decision.Answer is { } answer && answer.Rechecks.Count(r => !string.IsNullOrWhiteSpace(r)) < answer.Words.Count)
            yield return CallToPerform.AnswerNotRechecked.With($"陈述、申辩 {answer.Words.Count} 项");

        if (string.IsNullOrWhiteSpace(decision.Party))
            yield return Incomplete.With("没有当事人");
        if (string.IsNullOrWhiteSpace(decision.ReasonsAndBasis))
            yield return Incomplete.With("没有理由和依据");
        if (string.IsNullOrWhiteSpace(decision.MannerAndTime))
            yield return Incomplete.With("没有方式和时间");
        if (string.IsNullOrWhiteSpace(decision.Remedies))
            yield return Incomplete.With("没有救济途径和期限");
        if (string.IsNullOrWhiteSpace(decision.Organ) || !decision.Sealed)
            yield return Incomplete.With("没有机关名称或者印章");
    }
}
