using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>Papers that go to the court (申请强制执行的材料). 行政强制法 第五十五条.</summary>
public enum CourtPaper
{
    /// <summary>强制执行申请书.</summary>
    [Term("强制执行申请书")]
    Application,

    /// <summary>行政决定书及作出决定的事实、理由和依据.</summary>
    [Term("行政决定书及作出决定的事实、理由和依据")]
    Decision,

    /// <summary>当事人的意见及行政机关催告情况.</summary>
    [Term("当事人的意见及行政机关催告情况")]
    PartyViewsAndCall,

    /// <summary>申请强制执行标的情况.</summary>
    [Term("申请强制执行标的情况")]
    ObjectOfExecution,

    /// <summary>法律、行政法规规定的其他材料; only where there are any.</summary>
    [Term("法律、行政法规规定的其他材料")]
    Others,
}

/// <summary>Which court is asked.</summary>
public enum CourtPlace
{
    /// <summary>行政机关所在地有管辖权的人民法院.</summary>
    OfTheOrgan,

    /// <summary>不动产所在地有管辖权的人民法院.</summary>
    OfTheRealEstate,
}

/// <summary>An application to the court (强制执行申请书, D44).</summary>
public sealed record CourtApplication
{
    /// <summary>Legal date printed on it.</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>Name of the court.</summary>
    public required string Court { get; init; }

    /// <summary>Which court that is.</summary>
    public required CourtPlace Place { get; init; }

    /// <summary>The object is real estate (执行对象是不动产).</summary>
    public required bool RealEstate { get; init; }

    /// <summary>Papers of the package.</summary>
    public required IReadOnlyList<CourtPaper> Papers { get; init; }

    /// <summary>Signed by the head of the organ (行政机关负责人签名).</summary>
    public required bool SignedByHead { get; init; }

    /// <summary>Sealed by the organ (加盖行政机关的印章).</summary>
    public required bool Sealed { get; init; }
}

/// <summary>State of the case when the court is asked.</summary>
/// <param name="Window">The window in force.</param>
/// <param name="CallServedOn">Day on which the call was served; null if none was.</param>
/// <param name="RemedyPending">A reconsideration or a suit is running.</param>
/// <param name="Performed">The party has performed.</param>
public sealed record CourtApplicationFacts(CourtWindow Window, DateOnly? CallServedOn, bool RemedyPending, bool Performed);

/// <summary>Asking the court to execute (申请人民法院强制执行). 行政强制法 第五十三条至第五十五条.</summary>
public static class CourtApplying
{
    /// <summary>The window has not opened.</summary>
    public static readonly DomainError TooEarly = new(
        "court-application.too-early",
        "ACL-53",
        ErrorKind.RuleBroken,
        "申请行政复议、提起行政诉讼的法定期限届满前，不得申请人民法院强制执行",
        CoercionLaw.At("第五十三条")
    );

    /// <summary>The window has closed.</summary>
    public static readonly DomainError TooLate = new(
        "court-application.too-late",
        "ACL-53",
        ErrorKind.RuleBroken,
        "应当自法定期限届满之日起三个月内申请人民法院强制执行",
        CoercionLaw.At("第五十三条")
    );

    /// <summary>A remedy is running, or the party has performed.</summary>
    public static readonly DomainError NotOpen = new(
        "court-application.not-open",
        "ACL-53",
        ErrorKind.RuleBroken,
        "当事人在法定期限内不申请行政复议或者提起行政诉讼，又不履行行政决定的，才可以申请人民法院强制执行",
        CoercionLaw.At("第五十三条")
    );

    /// <summary>No call, or its ten working days have not run.</summary>
    public static readonly DomainError CallNotRun = new(
        "court-application.call-not-run",
        "ACL-54",
        ErrorKind.RuleBroken,
        "催告书送达十日后当事人仍未履行义务的，才可以申请人民法院强制执行",
        CoercionLaw.At("第五十四条")
    );

    /// <summary>The call was served so late that the window closes before its ten working days have run.</summary>
    public static readonly DomainError CallTooLateForWindow = new(
        "court-application.call-too-late-for-window",
        "ACL-54",
        ErrorKind.RuleBroken,
        "申请期限将在催告书送达满十日之前届满",
        CoercionLaw.At("第五十四条")
    );

    /// <summary>The wrong court.</summary>
    public static readonly DomainError WrongCourt = new(
        "court-application.wrong-court",
        "ACL-54",
        ErrorKind.RuleBroken,
        "向所在地有管辖权的人民法院申请；执行对象是不动产的，向不动产所在地有管辖权的人民法院申请",
        CoercionLaw.At("第五十四条")
    );

    /// <summary>Papers, signature or seal are missing.</summary>
    public static readonly DomainError PapersMissing = new(
        "court-application.papers-missing",
        "ACL-55",
        ErrorKind.RuleBroken,
        "申请人民法院强制执行的材料不齐，申请书应当由行政机关负责人签名、加盖印章并注明日期",
        CoercionLaw.At("第五十五条")
    );

    /// <summary>Papers that every application needs.</summary>
    public static IReadOnlyList<CourtPaper> Mandatory { get; } =
    [CourtPaper.Application, CourtPaper.Decision, CourtPaper.PartyViewsAndCall, CourtPaper.ObjectOfExecution];

    /// <summary>Every obstacle to the application.</summary>
    public static IReadOnlyList<DomainException> Obstacles(
        CourtApplication application,
        CourtApplicationFacts facts,
        WorkingCalendar calendar
    ) => [.. FindObstacles(application, facts, calendar)];

    /// <summary>Refuses an application outside its window, before the call has run, to the wrong court, or without its papers.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(CourtApplication application, CourtApplicationFacts facts, WorkingCalendar calendar) =>
        FindObstacles(application, facts, calendar).RefuseFirst();

    /// <summary>Warning if the window would close before the call's ten working days have run; null if there is time.</summary>
    /// <param name="callServedOn">Day on which the call was or would be served.</param>
    public static DomainException? WarningOfCall(CourtWindow window, DateOnly callServedOn, WorkingCalendar calendar) =>
        callServedOn > CallToPerform.LatestService(window, calendar)
            ? CallTooLateForWindow.With(
                $"期限至 {window.LastDay:yyyy-MM-dd}，催告书最迟应当于 {CallToPerform.LatestService(window, calendar):yyyy-MM-dd} 送达"
            )
            : null;

    private static IEnumerable<DomainException> FindObstacles(
        CourtApplication application,
        CourtApplicationFacts facts,
        WorkingCalendar calendar
    )
    {
        var window = facts.Window;
        if (facts.RemedyPending || facts.Performed)
            yield return NotOpen.With(facts.Performed ? "当事人已经履行" : "行政复议或者行政诉讼正在进行");
        if (application.AppliedOn < window.OpensOn)
            yield return TooEarly.With($"最早 {window.OpensOn:yyyy-MM-dd}");
        if (application.AppliedOn > window.LastDay)
            yield return TooLate.With($"期限已于 {window.LastDay:yyyy-MM-dd} 届满");
        if (facts.CallServedOn is not { } served)
            yield return CallNotRun.With("没有送达催告书");
        else if (CallToPerform.EarliestApplication(served, calendar) is var earliest && application.AppliedOn < earliest)
            yield return CallNotRun.With($"催告书于 {served:yyyy-MM-dd} 送达，最早 {earliest:yyyy-MM-dd} 申请");
        if (string.IsNullOrWhiteSpace(application.Court) || application.RealEstate != (application.Place is CourtPlace.OfTheRealEstate))
            yield return WrongCourt.With(application.RealEstate ? "执行对象是不动产" : "执行对象不是不动产");
        if (Mandatory.Except(application.Papers).ToList() is { Count: > 0 } missing)
            yield return PapersMissing.With($"缺少：{string.Join('、', missing.Select(v => v.Term()))}");
        if (!application.SignedByHead || !application.Sealed)
            yield return PapersMissing.With(application.SignedByHead ? "没有加盖印章" : "没有负责人签名");
    }
}
