using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Discretion;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The evidence of the case (证据), as the acts left it. It outlasts a reopened investigation and a decision that fell.</summary>
public sealed class EvidenceOnFile
{
    /// <summary>There is no evidence yet.</summary>
    public static readonly DomainError NoEvidence = new("evidence.none", null, ErrorKind.WrongStage, "案卷中还没有证据");

    /// <summary>An item of evidence has the identity of another.</summary>
    public static readonly DomainError EvidenceIdTaken = new("evidence.id-taken", null, ErrorKind.Conflict, "案卷中已有同一标识的证据");

    /// <summary>Someone other than the person signed in is named as having verified.</summary>
    public static readonly DomainError NotTheVerifier = new(
        "evidence.not-the-verifier",
        null,
        ErrorKind.Unacceptable,
        "查证人应当是办理查证的执法人员本人"
    );

    private readonly List<EvidenceItem> items = [];

    /// <summary>All evidence, in the order in which it came to the file; items excluded as unlawful too.</summary>
    public IReadOnlyList<EvidenceItem> Items => items;

    internal void Apply(RecordScene record) => items.Add(record.AsEvidence);

    internal void Apply(RecordInquiry record) => items.Add(record.AsEvidence);

    internal void Apply(CollectEvidence taken) => items.AddRange(taken.Items.Select(taken.AsEvidence));

    internal void Apply(VerifyEvidence verified, DoneAct done)
    {
        foreach (var item in verified.Items)
            items.Replace(
                e => e.Id == item.EvidenceId,
                e => e with { Verification = new(done.PersonId, verified.VerifierName, done.DoneAt, item.How) }
            );
    }

    internal void Apply(ExcludeEvidence excluded) =>
        items.Replace(e => e.Id == excluded.EvidenceId, e => e with { UnlawfulBecause = excluded.Reason });

    /// <summary>Marks the evidence whose file has not arrived, and no other.</summary>
    /// <param name="missing">SHA-256 of the files that are awaited.</param>
    internal void MarkMissing(IReadOnlySet<string> missing) =>
        items.Replace(e => e.FileMissing != missing.Contains(e.Sha256), e => e with { FileMissing = !e.FileMissing });

    /// <summary>Evidence of another track of the matter on which this one rests, too.</summary>
    internal void Share(IEnumerable<EvidenceItem> shared) => items.AddRange(shared);

    /// <summary>Evidence that somebody took who had to withdraw, and that was set aside for it: it stays in the file and proves nothing.</summary>
    internal void SetAside(IReadOnlyCollection<Guid> ids, string because) =>
        items.Replace(e => ids.Contains(e.Id), e => e with { UnlawfulBecause = because });

    /// <summary>Refuses an item that is not described, or whose identity another one has.</summary>
    /// <exception cref="DomainException"><see cref="EvidenceRules.ItemIncomplete"/> or <see cref="EvidenceIdTaken"/>.</exception>
    internal void EnsureNew(EvidenceItem item)
    {
        EvidenceRules.EnsureComplete(item);
        if (items.Exists(e => e.Id == item.Id))
            throw EvidenceIdTaken.With($"证据 {item.Id}");
    }

    /// <summary>Refuses ids of evidence that is not in the file.</summary>
    /// <param name="member">JSON pointer of the list in the request.</param>
    /// <exception cref="DomainException"><see cref="EvidenceRules.NotInFile"/>.</exception>
    internal void EnsureHas(IEnumerable<Guid> ids, string member)
    {
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            if (!items.Exists(e => e.Id == id))
                throw EvidenceRules.NotInFile.With($"证据 {id}").At($"{member}/{i}");
        }
    }

    /// <summary>Refuses unlawful gains that do not rest on evidence of the file that was verified and is lawful: words prove no sum (APL-40).</summary>
    /// <exception cref="DomainException"><see cref="UnlawfulGains.NotProved"/>, <see cref="EvidenceRules.NotInFile"/>, <see cref="EvidenceRules.Unlawful"/> or
    /// <see cref="EvidenceRules.NotVerified"/>.</exception>
    [StatutoryRule("APL-40")]
    internal void EnsureProves(GainsFacts? gains)
    {
        if (gains is null)
            return;
        if (gains.EvidenceIds is not { Count: > 0 } ids)
            throw UnlawfulGains
                .NotProved.With($"违法所得 {Money.OfFen(gains.FoundFen).InYuan} 元没有指明本案的证据", "重新评估，指明已经查证的证据")
                .At("/assessmentId");
        foreach (var id in ids)
        {
            var item = Of(id);
            if (item.UnlawfulBecause is not null)
                throw EvidenceRules.Unlawful.With($"认定违法所得的证据“{item.Description}”已经排除", "重新评估，指明已经查证的证据");
            if (item.Verification is null)
                throw EvidenceRules.NotVerified.With($"认定违法所得的证据“{item.Description}”尚未查证", "先查证");
        }
    }

    /// <summary>An item of the file.</summary>
    /// <exception cref="DomainException"><see cref="EvidenceRules.NotInFile"/>.</exception>
    internal EvidenceItem Of(Guid id) => items.Find(e => e.Id == id) ?? throw EvidenceRules.NotInFile.With($"证据 {id}");
}
