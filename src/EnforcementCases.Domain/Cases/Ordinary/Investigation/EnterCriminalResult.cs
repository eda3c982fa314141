using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters what the police, the procuratorate or the criminal court did with a case that was handed over (登记刑事处理结果), from their paper. 行政处罚法 第二十七条、
/// 第三十五条; 行政执法机关移送涉嫌犯罪案件的规定 第八条、第十条.</summary>
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

    /// <summary>The things that came back; required if things were handed over and the criminal case ended otherwise than by conviction, otherwise null.</summary>
    public string? ThingsReturned { get; init; }

    /// <summary>The criminal fine (罚金) in fen; 0 if the court imposed none.</summary>
    public long FineFen { get; init; }

    /// <summary>How much of the administrative fine the court set off against the criminal fine (折抵), in fen; required if both were imposed, otherwise null.</summary>
    public long? SetOffFen { get; init; }

    internal override void Execute(ActExecution act)
    {
        CriminalResult.EnsureEntered(this, act.File.Investigation.CrimeSuspicion!, act.Case.Penalty.Fine, HandedOver(act.File));
        if (Result.IsFinal())
            act.Drop(DeadlineKind.CrimeTransfer);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("result", Result).Add("receivedOn", ReceivedOn).Add("fineFen", FineFen);

    private static bool HandedOver(OrdinaryFile file) => file.Last<TransferCase>() is { GoodsHandedOver: true };
}
