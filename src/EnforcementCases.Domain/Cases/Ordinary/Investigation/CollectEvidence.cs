using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An item of evidence as it is collected (取得的证据); the officers of the act are those who collected it.</summary>
/// <param name="Id">Identity within the case, chosen by the client.</param>
/// <param name="Kind">One of the eight kinds of 第四十六条.</param>
/// <param name="Source">From whom or where (来源).</param>
/// <param name="TakenAt">When it was taken (取证时间).</param>
/// <param name="Place">Where it was taken (取证地点).</param>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Description">What it shows (证明内容).</param>
/// <param name="Monitoring">The monitoring device that took it by itself; null if none did.</param>
/// <param name="How">How it was taken or copied (提取方法), <c>复印</c>; null if not stated.</param>
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

/// <summary>Collects evidence (收集、调取证据). It may be dated before the filing. 行政处罚法 第四十条、第四十一条、第四十六条.</summary>
public sealed record CollectEvidence : SceneActBody
{
    /// <summary>The items of evidence.</summary>
    public required IReadOnlyList<EvidenceTaken> Items { get; init; }

    /// <summary>Person who was asked to provide them (证据提供人) and is given a notice; null if the officers collected them themselves.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Recordings (sound and picture) of the collection, each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (Items.Count == 0)
            throw EvidenceRules.ItemIncomplete.With("没有证据");
        act.EnsureAttended(Attendance);
        foreach (var day in Items.Select(i => LegalDate.Of(i.TakenAt)).Where(d => d != act.DoneOn).Distinct())
            act.EnsureOfficers(Attendance.Officers.Select(o => o.OfficerId), day); // certified on the day they took it, too
        act.EnsureRecorded(MediaSha256);
        foreach (var item in Items)
        {
            act.File.Evidence.EnsureNew(AsEvidence(item));
            if (item.Monitoring is { } device)
                MonitoringEvidence.EnsureAllowed(device);
        }
        if (Items.DistinctBy(i => i.Id).Count() < Items.Count)
            throw EvidenceOnFile.EvidenceIdTaken.With("同一标识出现两次");
        if (ProviderName is not null)
            act.Issue(DocumentKind.EvidenceRequest);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Evidence.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("kinds", Items.Select(i => i.Kind.ToString()))
            .Add("evidenceSha256", Items.Select(i => i.Sha256))
            .Add("media", MediaSha256);

    internal EvidenceItem AsEvidence(EvidenceTaken item) =>
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
