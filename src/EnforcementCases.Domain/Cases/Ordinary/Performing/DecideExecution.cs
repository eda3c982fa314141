using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides on coercive execution (强制执行决定, D42): only if a law gives the organ this power, or to auction goods that were sealed before. All other
/// organs apply to the court. 行政强制法 第十三条、第三十七条、第四十六条.</summary>
[Upcast(1)] // chargeInstrument: not asked then
public sealed record DecideExecution : ActBody
{
    /// <summary>The law that allows the organ to execute in this matter (法律规定). It is taken from the catalogue and need not be given; if given, it must be the catalogue's.</summary>
    public ExecutionPowerBasis? Power { get; init; }

    /// <summary>How a duty to pay is executed; null if the duty is not to pay.</summary>
    public MoneyExecutionWay? Money { get; init; }

    /// <summary>The instrument by which the county government charged the organ with the removal (责成强制拆除), by name and number; required if a structure is removed
    /// under 城乡规划法 第六十四条 and no announcement of the removal names it, otherwise null.</summary>
    public string? ChargeInstrument { get; init; }

    /// <summary>Address of the party.</summary>
    public required string PartyAddress { get; init; }

    /// <summary>Reasons and basis (理由和依据).</summary>
    public required string ReasonsAndBasis { get; init; }

    /// <summary>Manner of execution (方式).</summary>
    public required string Manner { get; init; }

    /// <summary>Start and end, and why it cannot wait if it is urgent.</summary>
    public required ExecutionPlan Times { get; init; }

    /// <summary>Remedies and their time limits (救济途径和期限).</summary>
    public required string Remedies { get; init; }

    /// <summary>The document carries the organ's seal; must be true.</summary>
    public required bool Sealed { get; init; }

    /// <summary>A good reason of the party for not performing (正当理由), which rules execution out; null if none.</summary>
    public string? GoodReason { get; init; }

    /// <summary>Evidence that the party moves or hides property (转移或者隐匿财物迹象), each item as the SHA-256 of its file; it allows immediate execution. Empty if
    /// none.</summary>
    public IReadOnlyList<string> HidingEvidenceSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        act.File.Remedies.EnsureMayExecute(act.DoneOn);
        var power = PowerOfMatter.Of(act, Money is not null);
        if (Power is { } named && named != power)
            throw ExecutionPower
                .NotOfMatter.With($"填写的是 {named.Basis}，该事项的法律规定为 {power?.Basis.ToString() ?? "无"}", "申请人民法院强制执行")
                .At("/power");
        if (Money is not MoneyExecutionWay.AuctionOfSealedGoods)
            DecidingToExecute.EnsureAllowed(AsDecision(act), Money is MoneyExecutionWay.ByCourt ? null : power);
        if (Money is { } way)
            ExecutionOfMoney.EnsureAllowed(way, FactsFor(act, power));
        if (Money is null && Removal.IsOrdered(act.File))
            Removal.EnsureDue(act, act.DoneOn, ChargeInstrument);
        else if (Money is null)
            PowerOfMatter.EnsureCharged(act, ChargeInstrument);
        act.EnsureAllowedTime(Times);
        act.Issue(DocumentKind.ExecutionDecision);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Execution.Apply(this, done);
        file.PlannedReviews.Use(PlannedAct.Execution);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("power", Power?.Basis.ToString())
            .Add("money", Money)
            .Add("charge", ChargeInstrument)
            .Add("from", Times.From)
            .Add("to", Times.To);

    private ExecutionDecision AsDecision(ActExecution act) =>
        new()
        {
            Number = "", // comes with the paper
            DecidedOn = act.DoneOn,
            Party = $"{act.Case.Party.Name} {PartyAddress}".Trim(),
            ReasonsAndBasis = ReasonsAndBasis,
            MannerAndTime = Manner,
            Remedies = Remedies,
            Organ = act.Law.Organ.Name,
            Sealed = Sealed,
            CallServedOn = act.File.Calls.ServedOn,
            PerformBy = act.File.Calls.Served?.Call.PerformBy,
            GoodReason = GoodReason,
            HidingEvidenceSha256 = HidingEvidenceSha256,
            Answer = act.File.Calls.Answer,
        };

    private static MoneyExecutionFacts FactsFor(ActExecution act, ExecutionPowerBasis? power)
    {
        var file = act.File;
        return new()
        {
            On = act.DoneOn,
            SurchargeSince = file.Paying.SurchargeSince(act.DoneOn, act.Law),
            CallServedOn = file.Calls.MoneyCallServedOn,
            Unpaid = act.Case.PaymentOrder?.Outstanding > Domain.Money.Zero,
            RemedySought = file.Remedies.All.Count > 0,
            RemediesRunOut = file.Court.Window(act.Law.Calendar)?.OpensOn <= act.DoneOn,
            GoodsSealed = file.IsOpen(DeadlineKind.Sealing),
            Power = power,
        };
    }
}
