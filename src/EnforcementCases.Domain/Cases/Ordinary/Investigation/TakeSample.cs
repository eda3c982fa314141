using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Takes samples (抽样取证). 行政处罚法 第五十六条.</summary>
[Upcast(1)] // ownerUnknown: the party was known
public sealed record TakeSample : SceneActBody
{
    /// <summary>The samples, each with the quantity from which it was taken.</summary>
    public required IReadOnlyList<SampleTaken> Samples { get; init; }

    /// <summary>The owner is unknown (当事人不明), with what was done to find it; null if the party is identified.</summary>
    public Coercion.UnknownOwner? OwnerUnknown { get; init; }

    /// <summary>How the samples were sealed (封样).</summary>
    public required string HowSealed { get; init; }

    /// <summary>Recordings (sound and picture) of the sampling, each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (Samples.Count == 0)
            throw RegisterPreserve.SampleIncomplete.With("没有样品");
        foreach (var sample in Samples)
            RegisterPreserve.EnsureSampled(sample);
        act.EnsureAttended(Attendance);
        Coercion.OnTheScene.EnsureOwner(act.Case, OwnerUnknown);
        act.EnsureRecorded(MediaSha256);
        act.Issue(DocumentKind.SamplingVoucher);
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("samples", (long)Samples.Count).Add("media", MediaSha256);
}
