namespace EnforcementCases.Domain.Supervision;

/// <summary>A rule by which the program finds what a supervisor should look at (执法监督问题规则). What it finds is a lead, no fault: a supervisor decides.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="Words">What it finds, in Chinese; <c>{0}</c> is the threshold.</param>
/// <param name="Threshold">Threshold (design).</param>
public sealed record ProblemRule(string Key, string Name, string Words, int Threshold)
{
    /// <summary>No such rule.</summary>
    public static readonly DomainError Unknown = new("supervision.rule-unknown", null, ErrorKind.NotFound, "没有该监督规则");

    /// <summary>零执法.</summary>
    public static readonly ProblemRule ZeroEnforcement = new(
        "zeroEnforcement",
        "零执法",
        "有承接事项的执法机关，本年度没有立案、处罚决定或者查封、扣押",
        0
    );

    /// <summary>临近期限作出决定.</summary>
    public static readonly ProblemRule LateDecision = new("lateDecision", "临近期限作出决定", "立案后第{0}日以后才作出处罚决定的案件", 89);

    /// <summary>同一案由处罚数额全部相同.</summary>
    public static readonly ProblemRule SameSum = new(
        "sameSum",
        "同一案由罚款数额全部相同",
        "同一机关同一案由罚款{0}件以上，数额全部相同",
        5
    );

    /// <summary>案件集中于一人.</summary>
    public static readonly ProblemRule OneOfficer = new("oneOfficer", "案件集中于一人", "本机关办案{0}件以上，一名人员参与八成以上", 10);

    /// <summary>逾期公示.</summary>
    public static readonly ProblemRule LatePublication = new("latePublication", "逾期公示", "逾期公示或者逾期未公示的决定", 0);

    /// <summary>逾期未缴未催告.</summary>
    public static readonly ProblemRule UnpaidUncalled = new(
        "unpaidUncalled",
        "逾期未缴且未催告",
        "缴款期限届满{0}日以上没有缴清，也没有催告的案件",
        30
    );

    /// <summary>审核从不退回.</summary>
    public static readonly ProblemRule NeverReturns = new(
        "neverReturns",
        "审核从不退回",
        "本年度出具审核意见{0}件以上，没有一件退回的审核人员",
        10
    );

    /// <summary>事后补录.</summary>
    public static readonly ProblemRule EnteredLate = new("enteredLate", "事后补录", "有{0}个以上事后补录的办案行为的案件", 1);

    /// <summary>文号作废.</summary>
    public static readonly ProblemRule VoidedNumbers = new("voidedNumbers", "作废文号较多", "本年度作废文书文号{0}个以上的执法机关", 3);

    /// <summary>决定被撤销或者确认无效.</summary>
    public static readonly ProblemRule FallenDecisions = new(
        "fallenDecisions",
        "决定被撤销或者确认无效",
        "本年度作出、已被撤销或者确认无效的决定",
        0
    );

    /// <summary>期限已过.</summary>
    public static readonly ProblemRule OverdueDeadlines = new("overdueDeadlines", "办案期限已过", "有办案期限届满而没有办理的案件", 0);

    /// <summary>长期未结.</summary>
    public static readonly ProblemRule LongOpen = new("longOpen", "长期未结", "立案{0}日以上仍未结案的案件", 180);

    /// <summary>The rules that come with the program.</summary>
    public static IReadOnlyList<ProblemRule> Shipped { get; } =
    [
        ZeroEnforcement,
        LateDecision,
        SameSum,
        OneOfficer,
        LatePublication,
        UnpaidUncalled,
        NeverReturns,
        EnteredLate,
        VoidedNumbers,
        FallenDecisions,
        OverdueDeadlines,
        LongOpen,
    ];

    /// <summary>The rule of a key.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static ProblemRule Find(string key) =>
        Shipped.FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal))
        ?? throw Unknown.With($"规则 {key}", $"使用 {string.Join("、", Shipped.Select(r => r.Key))}");
}
