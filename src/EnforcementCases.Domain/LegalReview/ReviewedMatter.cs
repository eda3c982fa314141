using System.Security.Cryptography;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>An element of the matter that is decided (拟决定事项的要素). What rests on the matter ends when one of them changes.</summary>
public enum MatterElement
{
    /// <summary>当事人.</summary>
    [Term("当事人")]
    Party,

    /// <summary>处理结果.</summary>
    [Term("处理结果")]
    Outcome,

    /// <summary>事实.</summary>
    [Term("事实")]
    Facts,

    /// <summary>证据.</summary>
    [Term("证据")]
    Evidence,

    /// <summary>依据.</summary>
    [Term("依据")]
    Provisions,

    /// <summary>种类.</summary>
    [Term("种类")]
    Kinds,

    /// <summary>数额.</summary>
    [Term("数额")]
    Sums,

    /// <summary>没收的财物及其价值.</summary>
    [Term("没收的财物及其价值")]
    Things,

    /// <summary>责令改正的内容.</summary>
    [Term("责令改正的内容")]
    Orders,

    /// <summary>处罚幅度.</summary>
    [Term("处罚幅度")]
    Grade,

    /// <summary>理由.</summary>
    [Term("理由")]
    Reasons,

    /// <summary>裁量评估.</summary>
    [Term("裁量评估")]
    Assessment,

    /// <summary>事先告知.</summary>
    [Term("事先告知")]
    Notice,

    /// <summary>陈述、申辩及其复核.</summary>
    [Term("陈述、申辩及其复核")]
    Statements,

    /// <summary>行为能力、时效、监护人的认定.</summary>
    [Term("行为能力、时效、监护人的认定")]
    Findings,
}

/// <summary>The state of an item of evidence that the matter cites.</summary>
/// <param name="Id">The item.</param>
/// <param name="Sha256">SHA-256 of its file.</param>
/// <param name="Verified">It was verified (查证属实).</param>
/// <param name="Excluded">It is excluded as unlawfully obtained.</param>
public sealed record EvidenceState(Guid Id, string Sha256, bool Verified, bool Excluded);

/// <summary>A point of a statement of the party, with its re-check, as a part of the matter.</summary>
/// <param name="At">When the statement was made.</param>
/// <param name="Words">What the party put forward.</param>
/// <param name="Accepted">Whether it is accepted (采纳).</param>
/// <param name="Recheck">What the re-check found.</param>
/// <param name="ChangesNothingBecause">Why an accepted point does not change the proposal; otherwise null.</param>
public sealed record AnsweredPoint(DateTimeOffset At, string Words, bool Accepted, string Recheck, string? ChangesNothingBecause);

/// <summary>The matter that is proposed, notified, reviewed, discussed and decided, element by element (拟决定的事项). One hash covers all of them.</summary>
/// <param name="CaseId">The case; the opinion is valid for no other one.</param>
/// <param name="Facts">The facts that the decision states, word by word.</param>
/// <param name="Basis">Legal basis of the penalty, in the order of the decision.</param>
/// <param name="Penalties">Kinds, amounts and terms; their order has no meaning.</param>
public sealed record ReviewedMatter(Guid CaseId, string Facts, IReadOnlyList<LegalBasis> Basis, IReadOnlyList<PenaltyItem> Penalties)
{
    /// <summary>Position in the file of the proposal; no element of it.</summary>
    public int Position { get; init; }

    /// <summary>The party, as it was identified last; null if it was not.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>A penalty, or a kind of no penalty.</summary>
    public CaseOutcome Outcome { get; init; }

    /// <summary>Each fact with the evidence that supports it.</summary>
    public IReadOnlyList<FactElement> FactElements { get; init; } = [];

    /// <summary>Evidence of the ground on which no penalty is imposed.</summary>
    public IReadOnlyList<Guid> GroundEvidenceIds { get; init; } = [];

    /// <summary>Every item of evidence that is cited, as it is in the file.</summary>
    public IReadOnlyList<EvidenceState> EvidenceCited { get; init; } = [];

    /// <summary>What was found of the party's capacity, of the limitation period and of the guardian, in canonical words.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Elements that were not asked when it was entered, as on papers of before: they are compared with nothing.</summary>
    public IReadOnlyList<MatterElement> NotAsked { get; init; } = [];

    /// <summary>The things that are confiscated, with their value.</summary>
    public IReadOnlyList<ThingConfiscated> Things { get; init; } = [];

    /// <summary>What is ordered beside the penalty.</summary>
    public IReadOnlyList<DecisionOrder> Orders { get; init; } = [];

    /// <summary>Ordinary, lenient, mitigated or aggravated.</summary>
    public PenaltyGrade Grade { get; init; }

    /// <summary>The reasons, and those for every departure.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>Reasons for departing from the benchmark, from the exemption list, from an earlier fine, and what is not proved.</summary>
    public IReadOnlyList<string> FurtherReasons { get; init; } = [];

    /// <summary>The assessment of discretion; null if none.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>The notice that was served on the party; null if none counts.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>The points of the party's statements, each with its re-check.</summary>
    public IReadOnlyList<AnsweredPoint> Statements { get; init; } = [];

    /// <summary>SHA-256 over the canonical bytes of all elements, lower-case hex: equal matters have equal hashes, any change gives another.</summary>
    public string Sha256()
    {
        var matter = new RecordFields().Add("case", CaseId);
        foreach (var element in Enum.GetValues<MatterElement>())
            matter.Add(element.ToString(), Part(element));
        return Hash("enforcementcases-reviewed-matter-v2\n"u8, matter);
    }

    /// <summary>The hash that opinions of before name: over facts, basis, kinds, amounts and the order alone.</summary>
    public string EarlierSha256() =>
        Hash(
            "enforcementcases-reviewed-matter-v1\n"u8,
            new RecordFields()
                .Add("case", CaseId)
                .Add("facts", Facts)
                .Add("basis", Basis.Select(b => b.ToString()))
                .Add(
                    "penalties",
                    Penalties
                        .OrderBy(p => p.Kind)
                        .Select(p =>
                            new RecordFields().Add("kind", p.Kind).Add("amountFen", p.AmountFen).Add("termDays", (long?)p.TermDays)
                        )
                )
                .Add("correction", Orders.Count > 0 ? Orders[0].What : null)
                .Add("correctionDueOn", Orders.Count > 0 ? Orders[0].DueOn : null)
        );

    /// <summary>The elements in which another matter differs from this one.</summary>
    public IReadOnlyList<MatterElement> ChangedIn(ReviewedMatter next) =>
        [
            .. Enum.GetValues<MatterElement>()
                .Except(NotAsked)
                .Except(next.NotAsked)
                .Where(element => !CanonicalJson.Write(Part(element)).AsSpan().SequenceEqual(CanonicalJson.Write(next.Part(element)))),
        ];

    /// <summary>What a paper rests on and what is proposed now, with the elements that differ, in the words of a refusal.</summary>
    internal Sentence Against(ReviewedMatter now, IEnumerable<MatterElement> changed, string paper) =>
        Position == now.Position
            ? $"{paper}针对第 {Position} 项拟处理意见，此后变动的要素：{InWords(changed)}"
            : $"{paper}针对第 {Position} 项拟处理意见，现行为第 {now.Position} 项，变动的要素：{InWords(changed)}";

    /// <summary>Elements in words, <c>事实、数额</c>.</summary>
    private static string InWords(IEnumerable<MatterElement> elements) =>
        string.Join('、', elements.Select(element => element.Term())) is { Length: > 0 } words ? words : "无";

    private RecordFields Part(MatterElement element) =>
        element switch
        {
            MatterElement.Party => new RecordFields().Add("party", PartyId),
            MatterElement.Outcome => new RecordFields().Add("outcome", Outcome),
            MatterElement.Facts => new RecordFields().Add("facts", Facts),
            MatterElement.Evidence => new RecordFields()
                .Add(
                    "elements",
                    FactElements.Select(f =>
                        new RecordFields().Add("name", f.Name).Add("evidence", f.EvidenceIds.Select(id => id.ToString()))
                    )
                )
                .Add("ground", GroundEvidenceIds.Select(id => id.ToString()))
                .Add(
                    "items",
                    EvidenceCited.Select(e =>
                        new RecordFields().Add("id", e.Id).Add("sha256", e.Sha256).Add("verified", e.Verified).Add("excluded", e.Excluded)
                    )
                ),
            MatterElement.Provisions => new RecordFields().Add("basis", Basis.Select(b => b.ToString())),
            MatterElement.Kinds => new RecordFields().Add(
                "kinds",
                Penalties.OrderBy(p => p.Kind).Select(p => new RecordFields().Add("kind", p.Kind).Add("termDays", (long?)p.TermDays))
            ),
            MatterElement.Sums => new RecordFields().Add(
                "sums",
                Penalties
                    .Where(p => PenaltyItems.HasAmount(p.Kind))
                    .OrderBy(p => p.Kind)
                    .Select(p => new RecordFields().Add("kind", p.Kind).Add("amountFen", p.AmountFen))
            ),
            MatterElement.Things => new RecordFields().Add(
                "things",
                Things.Select(t =>
                    new RecordFields()
                        .Add("name", t.Name)
                        .Add("quantity", t.Quantity)
                        .Add("valueFen", t.ValueFen)
                        .Add("source", t.ValueSource)
                        .Add("worthless", t.WorthlessBecause)
                )
            ),
            MatterElement.Orders => new RecordFields().Add(
                "orders",
                Orders.Select(o =>
                    new RecordFields()
                        .Add("what", o.What)
                        .Add("place", o.Place)
                        .Add("dueOn", o.DueOn)
                        .Add("daysAfterService", (long?)o.DaysAfterService)
                        .Add("kind", o.Kind)
                )
            ),
            MatterElement.Grade => new RecordFields().Add("grade", Grade),
            MatterElement.Reasons => new RecordFields().Add("reasons", Reasons).Add("further", FurtherReasons),
            MatterElement.Assessment => new RecordFields().Add("assessment", AssessmentId),
            MatterElement.Notice => new RecordFields().Add("notice", NoticeId),
            MatterElement.Statements => new RecordFields().Add(
                "statements",
                Statements.Select(p =>
                    new RecordFields()
                        .Add("at", p.At)
                        .Add("words", p.Words)
                        .Add("accepted", p.Accepted)
                        .Add("recheck", p.Recheck)
                        .Add("changesNothing", p.ChangesNothingBecause)
                )
            ),
            MatterElement.Findings => new RecordFields().Add("findings", Findings),
        };

    /// <summary>Hash of the reviewed content, distinct from the hash of any other kind of content.</summary>
    internal static string Hash(ReadOnlySpan<byte> purpose, RecordFields matter)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(purpose);
        hash.AppendData(CanonicalJson.Write(matter));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
