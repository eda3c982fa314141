using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An item as it is taken (取得的证据); the officers of the act are those who took it.</summary>
/// <param name="Id">Identity inside the case, chosen by the client.</param>
/// <param name="Kind">One of the eight kinds.</param>
/// <param name="Source">From whom or where (来源).</param>
/// <param name="TakenAt">When it was taken (取证时间).</param>
/// <param name="Place">Where (取证地点).</param>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Description">What it shows (证明内容).</param>
/// <param name="Monitoring">The monitoring device that took it; null where none did.</param>
/// <param name="How">How it was taken or copied (提取方法), <c>复印</c>; null where there is nothing to say.</param>
public sealed record EvidenceTaken(
    Guid Id,
    EvidenceKind Kind,
    string Source,
    DateTimeOffset TakenAt,
    string Place,
    string Sha256,
    string Description,
    MonitoringSource? Monitoring = null,
    string? How = null
);

/// <summary>Takes evidence (收集、调取证据). It may lie before the filing. 行政处罚法 第四十条、第四十一条、第四十六条.</summary>
public sealed record CollectEvidence : SceneActBody
{
    /// <summary>The items.</summary>
    public required IReadOnlyList<EvidenceTaken> Items { get; init; }

    /// <summary>Who was asked for them (证据提供人), and gets a notice; null where the officers took them themselves.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Sound and picture of the taking, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        if (Items.Count == 0)
            throw EvidenceRules.ItemIncomplete.With("没有证据");
        act.EnsureAttended(Attendance);
        foreach (var day in Items.Select(i => LegalDate.Of(i.TakenAt)).Where(d => d != act.DoneOn).Distinct())
            act.EnsureOfficers(Attendance.Officers.Select(o => o.OfficerId), day); // certified on the day they took it, too
        act.EnsureRecorded(MediaSha256);
        foreach (var item in Items)
        {
            act.EnsureNotAfter(item.TakenAt, "取证时间");
            act.File.EnsureNewEvidence(AsEvidence(item));
            if (item.Monitoring is { } device)
                MonitoringEvidence.EnsureAllowed(device);
        }
        if (Items.DistinctBy(i => i.Id).Count() < Items.Count)
            throw OrdinaryFile.EvidenceIdTaken.With("同一标识出现两次");
        if (ProviderName is not null)
            act.Issue(DocumentKind.EvidenceRequest);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        foreach (var item in Items)
            file.Add(AsEvidence(item));
    }

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("kinds", Items.Select(i => i.Kind.ToString()))
            .Add("evidenceSha256", Items.Select(i => i.Sha256))
            .Add("media", MediaSha256);

    private EvidenceItem AsEvidence(EvidenceTaken item) =>
        new(
            item.Id,
            item.Kind,
            item.Source,
            item.TakenAt,
            item.Place,
            [.. Attendance.Officers.Select(o => o.OfficerId)],
            item.Sha256,
            item.Description,
            Monitoring: item.Monitoring
        );
}

/// <summary>How an item of evidence was found to be true.</summary>
/// <param name="EvidenceId">The item.</param>
/// <param name="How">How it was checked, <c>与原件核对一致</c>.</param>
public sealed record EvidenceCheck(Guid EvidenceId, string How);

/// <summary>Verifies evidence (查证属实). 行政处罚法 第四十六条第二款.</summary>
public sealed record VerifyEvidence : ActBody
{
    /// <summary>The items that were found to be true.</summary>
    public required IReadOnlyList<EvidenceCheck> Items { get; init; }

    /// <summary>Name of the officer who answers for it, as the register knows the person who is signed in.</summary>
    public required string VerifierName { get; init; }

    internal override void Do(ActInHand act)
    {
        if (Items.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明查证的证据");
        if (!string.Equals(act.Law.Roster.OfficerOn(act.Law.PersonId, act.DoneOn)?.Name, VerifierName, StringComparison.Ordinal))
            throw OrdinaryFile.NotTheVerifier.With("查证人姓名与当前登录的执法人员不一致");
        foreach (var item in Items)
        {
            var evidence = act.File.EvidenceOf(item.EvidenceId);
            if (evidence.UnlawfulBecause is not null)
                throw EvidenceRules.Unlawful.With($"证据 {item.EvidenceId} 已排除");
            if (DoneAt < evidence.TakenAt)
                throw OrdinaryFile.TooEarly.With("查证早于取证");
        }
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        foreach (var item in Items)
            file.ChangeEvidence(item.EvidenceId, e => e with { Verification = new(done.PersonId, VerifierName, DoneAt, item.How) });
    }

    internal override RecordFields Clear() => new RecordFields().Add("evidence", Items.Select(i => i.EvidenceId.ToString()));
}

/// <summary>Puts an item of evidence out as unlawfully obtained (排除非法证据). It stays in the file and carries nothing any more. 行政处罚法 第四十六条第三款.</summary>
public sealed record ExcludeEvidence : ActBody
{
    /// <summary>The item.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>In what it was unlawful.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act) => act.File.EvidenceOf(EvidenceId);

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.ChangeEvidence(EvidenceId, e => e with { UnlawfulBecause = Reason });

    internal override RecordFields Clear() => new RecordFields().Add("evidence", EvidenceId);
}

/// <summary>Takes samples (抽样取证). 行政处罚法 第五十六条.</summary>
public sealed record TakeSample : SceneActBody
{
    /// <summary>The samples, each with what it was taken from.</summary>
    public required IReadOnlyList<SampleTaken> Samples { get; init; }

    /// <summary>How they were sealed (封样).</summary>
    public required string HowSealed { get; init; }

    /// <summary>Sound and picture of the taking, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        if (Samples.Count == 0)
            throw RegisterPreserve.SampleIncomplete.With("没有样品");
        foreach (var sample in Samples)
            RegisterPreserve.EnsureSampled(sample);
        act.EnsureAttended(Attendance);
        act.EnsureRecorded(MediaSha256);
        act.Issue(DocumentKind.SamplingVoucher);
    }

    internal override RecordFields Clear() => new RecordFields().Add("samples", (long)Samples.Count).Add("media", MediaSha256);
}

public sealed partial class OrdinaryFile
{
    /// <summary>There is no evidence yet.</summary>
    public static readonly DomainError NoEvidence = new("evidence.none", null, ErrorKind.WrongStage, "案卷中还没有证据");

    /// <summary>An item of evidence has the identity of another.</summary>
    public static readonly DomainError EvidenceIdTaken = new("evidence.id-taken", null, ErrorKind.Conflict, "案卷中已有同一标识的证据");

    /// <summary>Somebody else than the person signed in is named as having verified.</summary>
    public static readonly DomainError NotTheVerifier = new(
        "evidence.not-the-verifier",
        null,
        ErrorKind.Unacceptable,
        "查证人应当是办理查证的执法人员本人"
    );

    /// <summary>Refuses an item that is not described, or whose identity another one has.</summary>
    /// <exception cref="DomainException"><see cref="EvidenceRules.ItemIncomplete"/> or <see cref="EvidenceIdTaken"/>.</exception>
    internal void EnsureNewEvidence(EvidenceItem item)
    {
        EvidenceRules.EnsureComplete(item);
        if (evidence.Exists(e => e.Id == item.Id))
            throw EvidenceIdTaken.With($"证据 {item.Id}");
    }

    /// <summary>An item of the file.</summary>
    /// <exception cref="DomainException"><see cref="EvidenceRules.NotInFile"/>.</exception>
    internal EvidenceItem EvidenceOf(Guid id) => evidence.Find(e => e.Id == id) ?? throw EvidenceRules.NotInFile.With($"证据 {id}");
}
