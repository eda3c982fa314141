using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>Why execution pauses (中止执行的情形). 行政强制法 第三十九条.</summary>
public enum ExecutionPauseGround
{
    /// <summary>当事人履行行政决定确有困难或者暂无履行能力.</summary>
    HardshipOrNoMeans,

    /// <summary>第三人对执行标的主张权利，确有理由.</summary>
    ThirdPartyClaim,

    /// <summary>执行可能造成难以弥补的损失，且中止执行不损害公共利益.</summary>
    IrreparableLoss,

    /// <summary>行政机关认为需要中止执行的其他情形.</summary>
    Other,
}

/// <summary>Why execution ends (终结执行的情形). 行政强制法 第四十条、第三十九条第二款.</summary>
public enum ExecutionEndGround
{
    /// <summary>公民死亡，无遗产可供执行，又无义务承受人.</summary>
    CitizenDied,

    /// <summary>法人或者其他组织终止，无财产可供执行，又无义务承受人.</summary>
    OrganisationEnded,

    /// <summary>执行标的灭失.</summary>
    ObjectLost,

    /// <summary>据以执行的行政决定被撤销.</summary>
    DecisionRevoked,

    /// <summary>行政机关认为需要终结执行的其他情形.</summary>
    Other,

    /// <summary>没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行.</summary>
    PausedThreeYears,
}

/// <summary>A pause of execution.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Reason">In words, for 其他情形 above all.</param>
/// <param name="PausedOn">First day.</param>
/// <param name="ResumedOn">Day of resuming (恢复执行); null while it pauses.</param>
/// <param name="Harmless">没有明显社会危害.</param>
/// <param name="Unable">当事人确无能力履行.</param>
public sealed record ExecutionPause(
    ExecutionPauseGround Ground,
    string Reason,
    DateOnly PausedOn,
    DateOnly? ResumedOn,
    bool Harmless,
    bool Unable
);

/// <summary>Pausing and ending an execution (中止、终结执行). 行政强制法 第三十九条、第四十条.</summary>
public static class PauseAndEnd
{
    /// <summary>Three years of pause after which nothing is executed any more (中止执行满三年).</summary>
    public static readonly DeadlineRule ThreeYears = new(
        "ACL-39-42",
        "恢复执行",
        TimeLimit.Years(3),
        CoercionLaw.At("第三十九条第二款"),
        DeadlineFor.AgencyPower,
        "中止执行"
    );

    /// <summary>A pause or an end without its reason.</summary>
    public static readonly DomainError ReasonMissing = new(
        "execution-pause.reason-missing",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "中止、终结执行应当符合法定情形并写明理由",
        CoercionLaw.At("第三十九条第一款")
    );

    /// <summary>Ended by three years of pause that have not run, or without both conditions.</summary>
    public static readonly DomainError NotThreeYears = new(
        "execution-pause.not-three-years",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行的，不再执行",
        CoercionLaw.At("第三十九条第二款")
    );

    /// <summary>The ground of the end is one that this party or this decision cannot have.</summary>
    public static readonly DomainError GroundDoesNotFit = new(
        "execution-pause.ground-does-not-fit",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "终结执行的情形应当与当事人和行政决定相符",
        CoercionLaw.At("第四十条")
    );

    /// <summary>Refuses a ground that the party cannot have, and the revocation of a decision that was not revoked.</summary>
    /// <exception cref="DomainException"><see cref="GroundDoesNotFit"/>.</exception>
    public static void EnsureFits(ExecutionEndGround ground, PartyKind party)
    {
        var isPerson = party is PartyKind.Citizen or PartyKind.IndividualBusiness;
        if (ground is ExecutionEndGround.CitizenDied && !isPerson)
            throw Misfit("当事人不是公民");
        if (ground is ExecutionEndGround.OrganisationEnded && isPerson)
            throw Misfit("当事人是公民");
        if (ground is ExecutionEndGround.DecisionRevoked)
            throw Misfit("行政决定没有被撤销");

        static DomainException Misfit(Sentence detail) =>
            new(GroundDoesNotFit, detail) { NextStep = "选择实际的情形", Pointer = "/ground" };
    }

    /// <summary>Refuses a pause without reason.</summary>
    /// <exception cref="DomainException"><see cref="ReasonMissing"/>.</exception>
    public static void EnsureMayPause(ExecutionPause pause)
    {
        if (string.IsNullOrWhiteSpace(pause.Reason))
            throw ReasonMissing.With("没有写明理由");
    }

    /// <summary>Refuses to end an execution without reason, or after a pause that is too short or was resumed.</summary>
    /// <param name="pause">The pause, for <see cref="ExecutionEndGround.PausedThreeYears"/>; otherwise null.</param>
    /// <exception cref="DomainException"><see cref="ReasonMissing"/> or <see cref="NotThreeYears"/>.</exception>
    public static void EnsureMayEnd(ExecutionEndGround ground, string reason, ExecutionPause? pause, DateOnly on, WorkingCalendar calendar)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw ReasonMissing.With("没有写明理由");
        if (ground is not ExecutionEndGround.PausedThreeYears)
            return;
        if (pause is null || pause.ResumedOn is not null || !pause.Harmless || !pause.Unable)
            throw NotThreeYears.With("没有持续的中止执行，或者两项条件没有确认");
        if (Deadline.From(ThreeYears, pause.PausedOn, calendar).LastDay is var full && on < full)
            throw NotThreeYears.With($"至 {full:yyyy-MM-dd} 满三年");
    }
}

/// <summary>An agreement on performing (执行协议).</summary>
/// <param name="AgreedOn">Legal date of the agreement.</param>
/// <param name="Stages">What is paid by which day; empty if the duty is not performed in stages.</param>
/// <param name="FineFen">The fine that remains to be paid, in fen; the whole fine.</param>
/// <param name="SurchargeFen">The surcharge that remains to be paid, in fen.</param>
/// <param name="RemedialMeasures">Remedial measures that the party took (采取补救措施); null if none.</param>
/// <param name="HarmsOthers">The agreement would harm the public interest or the rights of others; must be false.</param>
public sealed record ExecutionAgreement(
    DateOnly AgreedOn,
    IReadOnlyList<Instalment> Stages,
    long FineFen,
    long SurchargeFen,
    string? RemedialMeasures,
    bool HarmsOthers
);

/// <summary>What the organ and the party may agree on (执行协议). 行政强制法 第四十二条.</summary>
public static class AgreementOnPerforming
{
    /// <summary>The fine itself would be cut.</summary>
    public static readonly DomainError FineCut = new(
        "execution-agreement.fine-cut",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "执行协议可以减免加处的罚款或者滞纳金，不得减免罚款本金",
        CoercionLaw.At("第四十二条第一款")
    );

    /// <summary>The surcharge would be cut though the party took no remedial steps.</summary>
    public static readonly DomainError NoRemedialMeasures = new(
        "execution-agreement.no-remedial-measures",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "当事人采取补救措施的，才可以减免加处的罚款或者滞纳金",
        CoercionLaw.At("第四十二条第一款")
    );

    /// <summary>It harms the public interest or others.</summary>
    public static readonly DomainError HarmsOthers = new(
        "execution-agreement.harms-others",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "执行协议不得损害公共利益和他人合法权益",
        CoercionLaw.At("第四十二条第一款")
    );

    /// <summary>The stages do not add up to what the agreement leaves to pay.</summary>
    public static readonly DomainError StagesDoNotAddUp = new(
        "execution-agreement.stages-do-not-add-up",
        "ACL-39-42",
        ErrorKind.Unacceptable,
        "执行协议的分期金额与应缴金额不一致"
    );

    /// <summary>Every obstacle to the agreement.</summary>
    /// <param name="fineOwed">What is unpaid of the fine.</param>
    /// <param name="surchargeOwed">What is unpaid of the decided surcharge.</param>
    public static IReadOnlyList<DomainException> Obstacles(ExecutionAgreement agreement, Money fineOwed, Money surchargeOwed) =>
        [.. FindObstacles(agreement, fineOwed, surchargeOwed)];

    /// <summary>Refuses an agreement that cuts the fine, or the surcharge without remedial steps.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(ExecutionAgreement agreement, Money fineOwed, Money surchargeOwed) =>
        FindObstacles(agreement, fineOwed, surchargeOwed).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(ExecutionAgreement agreement, Money fineOwed, Money surchargeOwed)
    {
        if (agreement.FineFen != fineOwed.Fen)
            yield return FineCut.With($"罚款未缴 {fineOwed.InYuan} 元，协议 {Money.OfFen(agreement.FineFen).InYuan} 元");
        if (agreement.SurchargeFen > surchargeOwed.Fen)
            yield return StagesDoNotAddUp.With("协议的加处罚款超过已决定的数额");
        else if (agreement.SurchargeFen < surchargeOwed.Fen && string.IsNullOrWhiteSpace(agreement.RemedialMeasures))
            yield return NoRemedialMeasures.With("没有补救措施的记录");
        if (agreement.Stages.Count > 0 && agreement.Stages.Sum(s => s.AmountFen) != agreement.FineFen + agreement.SurchargeFen)
            yield return StagesDoNotAddUp.With("分期合计与应缴金额不一致");
        if (agreement.HarmsOthers)
            yield return HarmsOthers.With("协议损害公共利益或者他人合法权益");
    }
}
