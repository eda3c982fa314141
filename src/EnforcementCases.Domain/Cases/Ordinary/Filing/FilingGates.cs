using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts of the filing (立案).</summary>
internal static class FilingGates
{
    /// <summary>Nobody proposed the filing.</summary>
    public static readonly DomainError FilingNotProposed = new("filing.not-proposed", null, ErrorKind.WrongStage, "承办人员尚未申请立案");

    public static readonly Gate PartyIdentified = new(
        nameof(PartyIdentified),
        (file, _) => file.Case.PartyId is null ? EnforcementCase.PartyUnknown.With("没有当事人", "先办理核实当事人") : null
    );

    /// <summary>What was taken in the street goes back before the clue is laid aside.</summary>
    public static readonly Gate NothingHeld = new(
        nameof(NothingHeld),
        (file, _) =>
            file.Measures.Open is [var held, ..]
                ? MeasuresOnFile.StillHeld.With(
                    $"尚未处理的财物：{string.Join('、', held.Things.Select(thing => thing.Name))}",
                    "解除措施，退还或者公告认领"
                )
                : null
    );

    /// <summary>The head approved another party, which is identified before the case goes on.</summary>
    public static readonly Gate NewPartyIdentified = new(
        nameof(NewPartyIdentified),
        (file, _) =>
            file.Filing.PartyChange is { } approved
                ? PartyChange.NotIdentified.With($"批准变更为“{approved.OtherPartyName}”，尚未核实", "办理核实当事人")
                : null
    );

    public static readonly Gate FilingProposed = new(
        nameof(FilingProposed),
        (file, _) => file.Filing.Proposal is null ? FilingNotProposed.With("没有立案申请") : null
    );

    /// <summary>The offence as it is filed may be of another day than in the clue, for which the party's age was counted.</summary>
    public static readonly Gate AgeCounted = new(
        nameof(AgeCounted),
        (file, _) =>
            file is { Filing.AgeCountedOn: { } countedOn, Case.Party.AgeAtOffence: not null }
                ? PartyAge.ObstacleUnlessCounted(countedOn, file.Case.CommittedOn)
                : null
    );

    public static readonly Gate FilingEndorsed = new(
        nameof(FilingEndorsed),
        (file, law) => file.Approvals.ObstacleUnlessEndorsed(ApprovalPaper.Filing, law)
    );
}
