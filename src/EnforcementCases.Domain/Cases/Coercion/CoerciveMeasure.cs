using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Coercion;

/// <summary>Kind of coercive measure (行政强制措施的种类) that a street or town may take.</summary>
public enum CoerciveMeasureKind
{
    /// <summary>查封场所、设施或者财物.</summary>
    Seal,

    /// <summary>扣押财物.</summary>
    Detain,
}

/// <summary>Whether the matter carries the power (强制措施权), as the place has set it.</summary>
/// <param name="IsOn">The power was handed over with the matter; false by default.</param>
/// <param name="Basis">The instrument that hands it over; null if none.</param>
public sealed record CoercionPower(bool IsOn = false, string? Basis = null);

/// <summary>A thing to be sealed or seized.</summary>
/// <param name="Thing">The thing, as on the list.</param>
/// <param name="TiedToBreach">It is connected with the offence (涉案的场所、设施或者财物); it must be.</param>
/// <param name="NecessityOfLife">It is a necessity of life of a citizen or of dependants (生活必需品); such a thing may not be sealed or seized.</param>
/// <param name="SealedByOther">Another state organ has already sealed it (已被其他国家机关依法查封); then it may not be sealed again.</param>
public sealed record CoercionObject(ListedThing Thing, bool TiedToBreach, bool NecessityOfLife = false, bool SealedByOther = false);

/// <summary>The ten steps as they were taken (实施程序); null or blank means not done. 行政强制法 第十八条.</summary>
/// <param name="AppliedAt">When the measure was applied.</param>
/// <param name="Emergency">情况紧急，当场实施: approval may follow within twenty-four hours.</param>
/// <param name="Approval">Approval by the head (第一项).</param>
/// <param name="OfficersPersonIds">The officers (第二项): two different ones or more.</param>
/// <param name="CertificatesShownAt">When certificates were shown (第三项).</param>
/// <param name="PartyCalled">The party was called to the scene (第四项).</param>
/// <param name="ReasonsBasisAndRightsNotifiedAt">When the party was informed on the scene of reasons, basis, rights and remedies (第五项).</param>
/// <param name="PartyHeard">What the party stated or argued, or that it had nothing to state (第六项); null for an absent party.</param>
/// <param name="SceneRecord">Reference of the record made on the scene (第七项).</param>
/// <param name="PartyPresent">The party was there.</param>
/// <param name="PartySigned">The party signed the record (第八项).</param>
/// <param name="RefusalNote">The note that signing was refused (第八项); otherwise null.</param>
/// <param name="OfficersSigned">The officers signed the record (第八项).</param>
/// <param name="Witness">Name of the witness who signed if the party was absent (第九项); otherwise null.</param>
/// <param name="OtherSteps">Further requirements of other laws or regulations and how they were met, or that there are none (第十项).</param>
/// <param name="OwnerUnknown">The owner is unknown, so that it was sought and not called (第四项).</param>
public sealed record CoercionSteps(
    DateTimeOffset AppliedAt,
    bool Emergency,
    HeadApproval? Approval,
    IReadOnlyList<Guid> OfficersPersonIds,
    DateTimeOffset? CertificatesShownAt,
    bool PartyCalled,
    DateTimeOffset? ReasonsBasisAndRightsNotifiedAt,
    string? PartyHeard,
    string? SceneRecord,
    bool PartyPresent,
    bool PartySigned,
    string? RefusalNote,
    bool OfficersSigned,
    string? Witness,
    string? OtherSteps,
    bool OwnerUnknown = false
);

/// <summary>The paper and its list, handed over on the scene (查封、扣押决定书和清单).</summary>
/// <param name="PartyName">当事人的姓名或者名称.</param>
/// <param name="PartyAddress">地址.</param>
/// <param name="Reason">查封、扣押的理由.</param>
/// <param name="Basis">依据.</param>
/// <param name="Until">Last day of the period (期限); null if none is stated.</param>
/// <param name="Things">名称、数量.</param>
/// <param name="Remedies">申请行政复议或者提起行政诉讼的途径和期限.</param>
/// <param name="SealOf">Name on the seal (印章); null if it is not sealed.</param>
/// <param name="DatedOn">日期; null if it is not dated.</param>
/// <param name="DeliveredAt">When it was handed over (当场交付), or put up on the scene for an absent party; null if neither.</param>
/// <param name="ListCopies">Copies of the list (清单一式二份).</param>
public sealed record CoercionPaper(
    string PartyName,
    string PartyAddress,
    string Reason,
    string Basis,
    DateOnly? Until,
    IReadOnlyList<ListedThing> Things,
    string Remedies,
    string? SealOf,
    DateOnly? DatedOn,
    DateTimeOffset? DeliveredAt,
    int ListCopies
);

/// <summary>State of the approval of a measure taken in an emergency.</summary>
public enum EmergencyState
{
    /// <summary>The twenty-four hours are running.</summary>
    AwaitingApproval,

    /// <summary>补办批准手续.</summary>
    Approved,

    /// <summary>负责人认为不应当采取: lift at once.</summary>
    MustLift,

    /// <summary>Over twenty-four hours without report: goes up to the next level.</summary>
    Overdue,
}

/// <summary>Sealing and detaining (查封、扣押): power, steps, limits and paper. 行政强制法 第十七条至第二十四条.</summary>
public static class CoerciveMeasure
{
    /// <summary>Copies of the list (一式二份).</summary>
    public const int ListCopies = 2;

    /// <summary>Report and approval after an emergency: within twenty-four clock hours (二十四小时内).</summary>
    [StatutoryRule("ACL-19")]
    public static readonly DeadlineRule EmergencyReport = new(
        "ACL-19",
        "向负责人报告并补办批准手续",
        TimeLimit.Hours(24),
        CoercionLaw.At("第十九条"),
        DeadlineFor.AgencyPower,
        "当场实施行政强制措施"
    );

    /// <summary>The matter carries no such power here.</summary>
    public static readonly DomainError NoPower = new(
        "coercion.no-power",
        "ACL-17",
        ErrorKind.RuleBroken,
        "行政强制措施由法律、法规规定的行政机关在法定职权范围内实施，不得委托",
        CoercionLaw.At("第十七条")
    );

    /// <summary>A step is missing.</summary>
    public static readonly DomainError StepMissing = new(
        "coercion.step-missing",
        "ACL-18",
        ErrorKind.RuleBroken,
        "实施行政强制措施没有遵守法定程序",
        CoercionLaw.At("第十八条")
    );

    /// <summary>Things are taken that the head did not approve, or more of them.</summary>
    public static readonly DomainError NotApproved = new(
        "coercion.thing-not-approved",
        "ACL-18",
        ErrorKind.RuleBroken,
        "查封、扣押的财物应当是行政机关负责人批准的财物",
        CoercionLaw.At("第十八条第一项")
    );

    /// <summary>The head does not agree with a measure taken in an emergency.</summary>
    public static readonly DomainError EmergencyRefused = new(
        "coercion.emergency-refused",
        "ACL-19",
        ErrorKind.RuleBroken,
        "行政机关负责人认为不应当采取行政强制措施的，应当立即解除",
        CoercionLaw.At("第十九条")
    );

    /// <summary>Not connected with the offence, or a necessity of life.</summary>
    public static readonly DomainError ThingNotAllowed = new(
        "coercion.thing-not-allowed",
        "ACL-23",
        ErrorKind.RuleBroken,
        "查封、扣押限于涉案的场所、设施或者财物，不得查封、扣押公民个人及其所扶养家属的生活必需品",
        CoercionLaw.At("第二十三条第一款")
    );

    /// <summary>Another organ has sealed it.</summary>
    public static readonly DomainError AlreadySealed = new(
        "coercion.already-sealed",
        "ACL-23",
        ErrorKind.RuleBroken,
        "场所、设施或者财物已被其他国家机关依法查封的，不得重复查封",
        CoercionLaw.At("第二十三条第二款")
    );

    /// <summary>The paper or the list lacks a part, or was not handed over.</summary>
    public static readonly DomainError PaperIncomplete = new(
        "coercion.paper-incomplete",
        "ACL-24",
        ErrorKind.RuleBroken,
        "应当制作并当场交付查封、扣押决定书和清单",
        CoercionLaw.At("第二十四条")
    );

    /// <summary>Refuses a measure where the matter does not carry the power. Officers need certificates as for a penalty (<see cref="OfficersPresent.EnsureEnough"/>).</summary>
    /// <exception cref="DomainException"><see cref="NoPower"/>.</exception>
    public static void EnsurePower(CoercionPower? power)
    {
        if (WhyNoPower(power) is { } why)
            throw why;
    }

    /// <summary>The power of a matter as the place has set it (<see cref="LocalParameters.CoercionMatters"/>).</summary>
    public static CoercionPower PowerOver(string violationCode, ParameterInForce matters) =>
        new(matters.Items.Contains(violationCode, StringComparer.Ordinal), matters.SetBy is null ? null : matters.Source);

    /// <summary>Obstacles to any measure in a matter: the place holds no power, or, in production, nobody has confirmed that it does.</summary>
    public static IReadOnlyList<DomainException> ObstaclesToPower(string violationCode, ParameterInForce matters, bool inProduction) =>
        WhyNoPower(PowerOver(violationCode, matters)) is { } none ? [none]
        : inProduction && matters.WhyUnconfirmed is { } unconfirmed ? [unconfirmed]
        : [];

    /// <summary>The steps of 第十八条 that were not taken, each with its item; none when all were.</summary>
    public static IReadOnlyList<DomainException> MissingSteps(CoercionSteps steps)
    {
        var signed = steps.OfficersSigned && (!steps.PartyPresent || steps.PartySigned || steps.RefusalNote.IsGiven());
        return
        [
            .. Obstacles
                .NotGiven(
                    ("第一项 事前报告负责人并经批准", steps.Emergency || steps.Approval?.At <= steps.AppliedAt),
                    ("第二项 两名以上执法人员", steps.OfficersPersonIds.Distinct().Count() >= OfficersPresent.AtLeast),
                    ("第三项 出示执法身份证件", steps.CertificatesShownAt <= steps.AppliedAt),
                    ("第四项 通知当事人到场", steps.PartyCalled || steps.PartyPresent || steps.OwnerUnknown),
                    ("第五项 当场告知理由、依据、权利和救济途径", !steps.PartyPresent || steps.ReasonsBasisAndRightsNotifiedAt is not null),
                    ("第六项 听取陈述和申辩", !steps.PartyPresent || steps.PartyHeard.IsGiven()),
                    ("第七项 现场笔录", steps.SceneRecord.IsGiven()),
                    ("第八项 签名或者注明拒签", signed),
                    ("第九项 当事人不到场的，见证人到场签名", steps.PartyPresent || steps.Witness.IsGiven()),
                    ("第十项 法律、法规规定的其他程序", steps.OtherSteps.IsGiven())
                )
                .Select(step => StepMissing.With(step)),
        ];
    }

    /// <summary>Refuses a measure with a step left out.</summary>
    /// <exception cref="DomainException"><see cref="StepMissing"/>.</exception>
    public static void EnsureStepsTaken(CoercionSteps steps) => MissingSteps(steps).RefuseFirst();

    /// <summary>When report and approval are due after an emergency.</summary>
    public static Deadline EmergencyReportDue(DateTimeOffset appliedAt, WorkingCalendar calendar) =>
        Deadline.From(EmergencyReport, appliedAt, calendar);

    /// <summary>State of the approval after an emergency.</summary>
    /// <param name="headAgreed">Whether the head agreed; null while undecided.</param>
    /// <param name="headSaidAt">When the head decided; null while undecided.</param>
    public static EmergencyState EmergencyStateAt(
        DateTimeOffset appliedAt,
        bool? headAgreed,
        DateTimeOffset? headSaidAt,
        DateTimeOffset now,
        WorkingCalendar calendar
    )
    {
        if (headAgreed is false)
            return EmergencyState.MustLift;
        var due = EmergencyReportDue(appliedAt, calendar);
        if (headAgreed is true && headSaidAt is { } at && !due.IsMissedAt(at))
            return EmergencyState.Approved;
        return due.IsMissedAt(now) ? EmergencyState.Overdue : EmergencyState.AwaitingApproval;
    }

    /// <summary>Obstacles to sealing or detaining these things.</summary>
    public static IReadOnlyList<DomainException> ObstaclesTo(CoerciveMeasureKind kind, IEnumerable<CoercionObject> things) =>
        [.. things.SelectMany(t => FindObstacles(kind, t))];

    /// <summary>Refuses things that may not be sealed or detained.</summary>
    /// <exception cref="DomainException"><see cref="ThingNotAllowed"/> or <see cref="AlreadySealed"/>.</exception>
    public static void EnsureThingsAllowed(CoerciveMeasureKind kind, IEnumerable<CoercionObject> things) =>
        ObstaclesTo(kind, things).RefuseFirst();

    /// <summary>The parts that paper and list lack, in Chinese; none when both are complete and handed over.</summary>
    public static IReadOnlyList<string> Missing(CoercionPaper paper) =>
        Obstacles.NotGiven(
            ("当事人的姓名或者名称、地址", paper.PartyName.IsGiven() && paper.PartyAddress.IsGiven()),
            ("查封、扣押的理由、依据和期限", paper.Reason.IsGiven() && paper.Basis.IsGiven() && paper.Until is not null),
            (
                "查封、扣押场所、设施或者财物的名称、数量",
                paper.Things.Count > 0 && paper.Things.All(t => t.Name.IsGiven() && t.Quantity > 0 && t.State.IsGiven())
            ),
            ("申请行政复议或者提起行政诉讼的途径和期限", paper.Remedies.IsGiven()),
            ("行政机关的名称、印章和日期", paper.SealOf.IsGiven() && paper.DatedOn is not null),
            ("当场交付", paper.DeliveredAt is not null),
            ("清单一式二份", paper.ListCopies >= ListCopies)
        );

    /// <summary>Refuses a paper or list that lacks a part.</summary>
    /// <exception cref="DomainException"><see cref="PaperIncomplete"/>.</exception>
    public static void EnsurePaper(CoercionPaper paper)
    {
        if (Missing(paper) is { Count: > 0 } missing)
            throw PaperIncomplete.With($"缺少：{string.Join('、', missing)}");
    }

    private static DomainException? WhyNoPower(CoercionPower? power) =>
        power is { IsOn: true } && power.Basis.IsGiven()
            ? null
            : NoPower.With(power is { IsOn: true } ? "没有写明依据" : "本事项没有行政强制措施权", "由目录管理员写明依据后开通");

    private static IEnumerable<DomainException> FindObstacles(CoerciveMeasureKind kind, CoercionObject thing)
    {
        if (!thing.TiedToBreach)
            yield return ThingNotAllowed.With($"{thing.Thing.Name}：与违法行为无关");
        if (thing.NecessityOfLife)
            yield return ThingNotAllowed.With($"{thing.Thing.Name}：生活必需品");
        if (thing.SealedByOther)
            yield return AlreadySealed.With(
                $"{thing.Thing.Name}：{(kind is CoerciveMeasureKind.Seal ? "不得重复查封" : "已被查封，不得扣押")}"
            );
    }
}
