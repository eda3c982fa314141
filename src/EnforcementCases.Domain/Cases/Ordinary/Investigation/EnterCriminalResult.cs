using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters what the police, the procuratorate or the criminal court did with a case that was handed over (登记刑事处理结果), from their paper. 行政处罚法 第二十七条、
/// 第三十五条; 行政执法机关移送涉嫌犯罪案件的规定 第八条、第十条.</summary>
[Upcast(1)] // thingsBack, thingsGone: what came back was stated in words
public sealed record EnterCriminalResult : ActBody
{
    /// <summary>What they did.</summary>
    public required CriminalResultKind Result { get; init; }

    /// <summary>The organ that issued the paper.</summary>
    public required string OrganName { get; init; }

    /// <summary>Number of the paper (不予立案通知书、不起诉决定书、判决书).</summary>
    public required string PaperNumber { get; init; }

    /// <summary>SHA-256 of the paper, 64 lower-case hex digits.</summary>
    public required string PaperSha256 { get; init; }

    /// <summary>Date of the paper.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>When the organ received it; the stopped terms go on from that day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Their reasons; null if the paper gives none.</summary>
    public string? Reasons { get; init; }

    /// <summary>Number of the opinion by which the procuratorate advises an administrative penalty (检察意见书); null if there is none.</summary>
    public string? AdviceNumber { get; init; }

    /// <summary>The file and the evidence that came back (退回的案卷材料和证据); required if the criminal case ended otherwise than by conviction, otherwise null.</summary>
    public string? MaterialsReturned { get; init; }

    /// <summary>The things that came back, in words; required if things were handed over and the criminal case ended otherwise than by conviction, otherwise null.</summary>
    public string? ThingsReturned { get; init; }

    /// <summary>The same by measure and position on its list: they are under their measures again. Required like <c>thingsReturned</c>, otherwise empty.</summary>
    public IReadOnlyList<ThingsComeBack> ThingsBack { get; init; } = [];

    /// <summary>What became of things that were handed over and did not come back; required if not all of them did, otherwise null.</summary>
    public string? ThingsGone { get; init; }

    /// <summary>The criminal fine (罚金) in fen; 0 if the court imposed none.</summary>
    public long FineFen { get; init; }

    /// <summary>How much of the administrative fine the court set off against the criminal fine (折抵), in fen; required if both were imposed, otherwise null.</summary>
    public long? SetOffFen { get; init; }

    internal override void Execute(ActExecution act)
    {
        var handedOver = act.File.Measures.HandedOver;
        CriminalResult.EnsureEntered(
            this,
            act.File.Investigation.CrimeSuspicion!,
            act.Case.Penalty.Fine,
            handedOver.Count > 0 || HandedOver(act.File)
        );
        CriminalResult.EnsureThingsBack(this, handedOver);
        if (!Result.IsFinal())
            return;
        act.Drop(DeadlineKind.CrimeTransfer);
        StartTerms(act);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Measures.Apply(this, Away(file));
        file.Investigation.Apply(this);
    }

    /// <summary>Positions of a measure that come back.</summary>
    internal IReadOnlyList<int> BackOf(Guid measureId) =>
        [.. ThingsBack.Where(b => b.MeasureId == measureId).SelectMany(b => b.Positions).Order()];

    /// <summary>The terms of the measures go on without the days away.</summary>
    private void StartTerms(ActExecution act)
    {
        var (away, calendar) = (Away(act.File), act.Law.Calendar);
        foreach (var kept in act.File.Measures.Preserved.Where(p => BackOf(p.Id).Count > 0).Select(p => p.ComeBack(BackOf(p.Id), away)))
            Start(kept.Notice, DeadlineKind.Preservation, RegisterPreserve.Due(kept.Record, calendar), PreserveEvidence.Reference(kept.Id));
        foreach (var measure in act.File.Measures.Sealed.Where(s => BackOf(s.Id).Count > 0).Select(s => s.ComeBack(BackOf(s.Id), away)))
            Start(measure.Notice, DeadlineKind.Sealing, measure.TermBy(calendar), SealProperty.Reference(measure.Id));

        // what was announced waits for its owner; what was not, for the organ
        void Start(ClaimNotice? notice, DeadlineKind kind, Deadline term, string reference)
        {
            if (notice is null)
                act.Start(kind, term, reference);
            else
                act.Start(DeadlineKind.Claim, notice.TermBy(calendar), reference);
        }
    }

    /// <summary>The days on which the things were with the judicial organs, from the day of the transfer to the day before they came back; none if they were back at once.</summary>
    private IReadOnlyList<ExcludedSpan> Away(OrdinaryFile file) =>
        file.Investigation.CrimeSuspicion?.HandedOverAt is { } at && LegalDate.Of(at) is var from && ReceivedOn > from
            ? [new(from, ReceivedOn.AddDays(-1), "移送司法机关期间")]
            : [];

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("result", Result).Add("receivedOn", ReceivedOn).Add("fineFen", FineFen);

    private static bool HandedOver(OrdinaryFile file) => file.Last<TransferCase>() is { GoodsHandedOver: true };
}
