using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What a decision asks for beside the fine: orders, gains, things that are not in hand, closures (履行决定). Each is a duty with a last day, counted from the service.
/// 行政处罚法 第二十八条、第六十六条.</summary>
public static class PerformanceDuties
{
    /// <summary>Days to pay in gains and to hand over things, as for the fine (第六十七条第三款); the decision states them.</summary>
    public const int DaysToHandOver = 15;

    /// <summary>No such duty is open.</summary>
    public static readonly DomainError NothingOpen = new(
        "performance.nothing-open",
        "APL-72-END",
        ErrorKind.RuleBroken,
        "没有待履行的该项处罚",
        PenaltyLaw.At("第六十六条第一款")
    );

    /// <summary>Less than the decision asks for.</summary>
    public static readonly DomainError NotWhole = new(
        "performance.not-whole",
        "APL-72-END",
        ErrorKind.RuleBroken,
        "没收的违法所得应当全部上缴",
        PenaltyLaw.At("第六十六条第一款")
    );

    /// <summary>A suspension, restriction or ban whose term is not over.</summary>
    public static readonly DomainError TermRuns = new(
        "performance.term-runs",
        "APL-66",
        ErrorKind.RuleBroken,
        "有期限的处罚在期限届满后才履行完毕",
        PenaltyLaw.At("第六十六条第一款")
    );

    /// <summary>Starts the deadlines of all duties with the service of the decision.</summary>
    internal static void Start(ActExecution act, DateOnly servedOn)
    {
        var decision = act.File.Deciding.Decision;
        var calendar = act.Law.Calendar;
        if (decision is null)
            return;
        if (decision.Orders.Count > 0)
        {
            foreach (var unmet in act.File.Orders.Unmet)
                act.Drop(DeadlineKind.Correction, unmet.OrderId.ToString("D")); // what the decision orders takes its place
        }
        var least = servedOn.AddDays(act.Law.Parameter(LocalParameters.OrdersLeastDays, servedOn).Number);
        foreach (var (order, i) in decision.Orders.Select((order, i) => (order, i)))
        {
            if (!order.IsAtOnce)
                act.Start(
                    DeadlineKind.Correction,
                    DeadlinesOfCase.SetByOrder(servedOn, DueOf(order, servedOn, least), calendar),
                    ReferenceOf(i)
                );
            else if (decision.Orders.Count > 1) // a single order at once is ended by its re-check; one of several has to be told from the others
                act.Start(DeadlineKind.Correction, DeadlinesOfCase.SetByOrder(servedOn.AddDays(-1), servedOn, calendar), ReferenceOf(i));
        }
        foreach (var item in decision.Penalties.Where(p => IsDuty(p.Kind) && !IsInHand(act.File, decision, p.Kind)))
            act.Start(DeadlineKind.Performance, DueOf(item.Kind, servedOn, calendar), item.Kind.ToString());
    }

    /// <summary>Last day of a penalty that is not the fine: money and things within fifteen days, everything else is obeyed from the service on (第六十六条第一款).</summary>
    private static Deadline DueOf(PenaltyKind kind, DateOnly servedOn, WorkingCalendar calendar) =>
        kind is PenaltyKind.ConfiscationOfGains or PenaltyKind.ConfiscationOfGoods
            ? Deadline.From(RuleOf(kind), servedOn, calendar)
            : Deadline.From(AtOnce(kind), servedOn.AddDays(-1), calendar);

    /// <summary>The gains that are not paid in although their last day is over; zero for none.</summary>
    internal static Money GainsOverdue(OrdinaryFile file, DateOnly day) =>
        file.Case.Deadlines.Any(d => IsOpen(d) && d.Reference == nameof(PenaltyKind.ConfiscationOfGains) && d.LastDay < day)
            ? Money.OfFen(file.Deciding.Decision?.Penalties.FirstOrDefault(p => p.Kind is PenaltyKind.ConfiscationOfGains)?.AmountFen ?? 0)
            : Money.Zero;

    /// <summary>Last day of a kind that runs for a term; null for every other kind, and without end.</summary>
    internal static DateOnly? TermEndOf(PenaltyItem item, DateOnly servedOn) =>
        item.TermDays is { } days ? servedOn.AddDays(Math.Clamp(days, 1, PenaltyItems.MostDays) - 1) : null;

    /// <summary>Last day of an order: counted from the service, and never before the party had time to read it.</summary>
    internal static DateOnly DueOf(DecisionOrder order, DateOnly servedOn, DateOnly least) =>
        order.DaysAfterService is { } days ? servedOn.AddDays(Math.Clamp(days, 1, DecisionOrders.MostDays))
        : order.DueOn is { } due && due > least ? due
        : least;

    /// <summary>Whether a kind is performed by doing something: not a warning, not the fine, which has its own order to pay, and not what the decision itself brings
    /// about.</summary>
    internal static bool IsDuty(PenaltyKind kind) =>
        kind
            is not (
                PenaltyKind.Warning
                or PenaltyKind.PublicCriticism
                or PenaltyKind.Fine
                or PenaltyKind.LicenceRevocation
                or PenaltyKind.QualificationDowngrade
            );

    /// <summary>The duties that are open, in Chinese.</summary>
    internal static IEnumerable<string> Open(EnforcementCase @case) =>
        @case.Deadlines.Where(IsOpen).Select(d => $"履行{Enum.Parse<PenaltyKind>(d.Reference!).Term()}");

    /// <summary>Whether one of them is past its last day.</summary>
    internal static bool AreOverdue(EnforcementCase @case, DateOnly day) => @case.Deadlines.Any(d => IsOpen(d) && d.LastDay < day);

    private static bool IsOpen(CaseDeadline deadline) => deadline is { Kind: DeadlineKind.Performance, IsOpen: true };

    internal static string ReferenceOf(int order) => $"order:{order + 1}";

    /// <summary>Things that are preserved or sealed are in the organ's hands: they are disposed of, not handed over.</summary>
    private static bool IsInHand(OrdinaryFile file, ProposeDecision decision, PenaltyKind kind) =>
        kind is PenaltyKind.ConfiscationOfGoods
        && (
            decision.Things.Count > 0
                ? decision.Things.All(thing => file.Measures.Keep(thing))
                : file.IsOpen(DeadlineKind.Preservation) || file.IsOpen(DeadlineKind.Sealing)
        );

    private static DeadlineRule AtOnce(PenaltyKind kind) =>
        new(
            "APL-66",
            $"履行{kind.Term()}",
            TimeLimit.CalendarDays(1),
            PenaltyLaw.At("第六十六条第一款"),
            DeadlineFor.AgencyPower,
            "送达处罚决定（自送达之日起履行）"
        );

    private static DeadlineRule RuleOf(PenaltyKind kind) =>
        new(
            "APL-67-2",
            $"履行{kind.Term()}",
            TimeLimit.CalendarDays(DaysToHandOver),
            PenaltyLaw.At("第六十七条第三款"),
            DeadlineFor.Party,
            "送达处罚决定"
        );
}
