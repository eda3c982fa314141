using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Kind of remedy against the decision (救济方式).</summary>
public enum RemedyKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼.</summary>
    Suit,
}

/// <summary>Enters a reconsideration or a suit against the decision (登记复议、诉讼), or enters it again with changes, such as a stay of execution. No surcharge
/// accrues while it runs (APL-73-3). 行政处罚法 第七十三条.</summary>
[Upcast(1)]
public sealed record EnterRemedy : ActBody
{
    /// <summary>Reconsideration or suit.</summary>
    public required RemedyKind Kind { get; init; }

    /// <summary>Number of the reconsideration or court case (复议、诉讼案号). An entry with the same number replaces the earlier one.</summary>
    public required string RemedyNumber { get; init; }

    /// <summary>Name of the reconsideration organ or the court.</summary>
    public required string Before { get; init; }

    /// <summary>Day on which the party applied or sued.</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>Day on which it was accepted (受理、立案).</summary>
    public required DateOnly AcceptedOn { get; init; }

    /// <summary>All orders to stay the execution, including those that have ended.</summary>
    public IReadOnlyList<StayOrder> Stays { get; init; } = [];

    /// <summary>Third persons that take part (第三人), by name; empty if none.</summary>
    public IReadOnlyList<string> ThirdPersons { get; init; } = [];

    /// <summary>Requests of third persons that are opposed to that of the party; empty if none.</summary>
    public IReadOnlyList<OppositeRequest> OppositeRequests { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (OppositeRequests.FirstOrDefault(r => !ThirdPersons.Contains(r.ThirdPerson, StringComparer.Ordinal)) is { } stranger)
            throw RemedyPhase.ThirdPersonUnknown.With($"相反请求的提出人为“{stranger.ThirdPerson}”，登记的第三人：{InWords(ThirdPersons)}");
        if (Kind is RemedyKind.Suit && act.File.Court.ReconsiderationFirst && !act.File.Remedies.OpenSuit)
        {
            throw RemedyPhase
                .ReconsiderationFirst.With(
                    act.File.Remedies.All.Count == 0 ? "没有登记行政复议" : "行政复议申请已经撤回，视为未申请行政复议",
                    "先登记行政复议及其结果"
                )
                .At("/kind");
        }
        if (act.File.Remedies.Of(RemedyNumber)?.Result is not null)
            throw RemedyPhase.RemedyEnded.With(RemedyNumber);
        act.Drop(DeadlineKind.CourtApplication);
    }

    /// <summary>Names, as a refusal states them.</summary>
    internal static string InWords(IReadOnlyList<string> names) => names.Count == 0 ? "无" : string.Join('、', names);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Remedies.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("kind", Kind).Add("appliedOn", AppliedOn).Add("acceptedOn", AcceptedOn).Add("stays", (long)Stays.Count);
}

/// <summary>A request of a third person opposed to that of the party (第三人的相反请求).</summary>
/// <param name="Id">Identity, by which a result names it.</param>
/// <param name="ThirdPerson">Name of the third person.</param>
/// <param name="Request">What is requested.</param>
/// <param name="MadeOn">Day on which it was made.</param>
public sealed record OppositeRequest(Guid Id, string ThirdPerson, string Request, DateOnly MadeOn);
