using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Who found an item of evidence to be true, and how (查证属实).</summary>
/// <param name="PersonId">The person who answers for it.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="At">When.</param>
/// <param name="How">How it was checked, <c>与原件核对一致</c>.</param>
public sealed record EvidenceVerification(Guid PersonId, string Name, DateTimeOffset At, string How);

/// <summary>An item of evidence of an ordinary case (证据).</summary>
/// <param name="Id">Identity inside the case.</param>
/// <param name="Kind">One of the eight kinds.</param>
/// <param name="Source">From whom or where (来源).</param>
/// <param name="TakenAt">When it was taken (取证时间).</param>
/// <param name="Place">Where (取证地点).</param>
/// <param name="Collectors">The persons who took it (取证人): two different ones or more.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="Description">What it shows (证明内容).</param>
/// <param name="Verification">Who verified it; null while nobody has.</param>
/// <param name="UnlawfulBecause">Why it is excluded as unlawfully obtained (以非法手段取得); null if it is not excluded.</param>
/// <param name="Monitoring">The monitoring device that took it (电子技术监控设备); null if none did.</param>
/// <param name="FileMissing">Its file is required and has not arrived; known only while an act is checked.</param>
public sealed record EvidenceItem(
    Guid Id,
    EvidenceKind Kind,
    string Source,
    DateTimeOffset TakenAt,
    string Place,
    IReadOnlyList<Guid> Collectors,
    string Sha256,
    string Description,
    EvidenceVerification? Verification = null,
    string? UnlawfulBecause = null,
    MonitoringSource? Monitoring = null,
    bool FileMissing = false
);

/// <summary>What evidence must be like, and what a decision may rest on. 行政处罚法 第四十条、第四十六条.</summary>
public static class EvidenceRules
{
    /// <summary>Fewest persons who take an item (取证人两名以上).</summary>
    public const int CollectorsAtLeast = 2;

    /// <summary>An item lacks its source, time, place, collectors or hash.</summary>
    public static readonly DomainError ItemIncomplete = new(
        "evidence.item-incomplete",
        "APL-46",
        ErrorKind.RuleBroken,
        "证据应当载明来源、时间、地点、取证人和校验值",
        PenaltyLaw.At("第四十六条第一款")
    );

    /// <summary>A decision relies on an item that nobody verified.</summary>
    public static readonly DomainError NotVerified = new(
        "evidence.not-verified",
        "APL-46",
        ErrorKind.RuleBroken,
        "证据必须经查证属实，方可作为认定案件事实的根据",
        PenaltyLaw.At("第四十六条第二款")
    );

    /// <summary>A decision relies on an item that was obtained unlawfully.</summary>
    public static readonly DomainError Unlawful = new(
        "evidence.unlawful",
        "APL-46",
        ErrorKind.RuleBroken,
        "以非法手段取得的证据，不得作为认定案件事实的根据",
        PenaltyLaw.At("第四十六条第三款")
    );

    /// <summary>A fact names an item that is not in the file.</summary>
    public static readonly DomainError NotInFile = new(
        "evidence.not-in-file",
        "APL-40",
        ErrorKind.Unacceptable,
        "认定事实所引用的证据不在案卷中"
    );

    /// <summary>Refuses an item without source, time, place, two collectors or hash.</summary>
    /// <exception cref="DomainException"><see cref="ItemIncomplete"/>.</exception>
    public static void EnsureComplete(EvidenceItem item)
    {
        var missing = Obstacles.NotGiven(
            ("来源", item.Source.IsGiven()),
            ("时间", item.TakenAt != default),
            ("地点", item.Place.IsGiven()),
            ($"{CollectorsAtLeast} 名以上取证人", item.Collectors.Distinct().Count() >= CollectorsAtLeast),
            ("校验值", item.Sha256.IsGiven()),
            ("证明内容", item.Description.IsGiven())
        );
        if (missing.Count > 0)
            throw ItemIncomplete.With($"缺少：{string.Join('、', missing)}");
    }

    /// <summary>Whether an item may carry a fact: verified by a named person and lawfully obtained.</summary>
    public static bool MayCarryAFact(EvidenceItem item) => item is { UnlawfulBecause: null, Verification: { } v } && v.Name.IsGiven();

    /// <summary>Obstacles to relying on the facts: each fact needs one verified item at least, and no item relied on may be unverified or unlawful.</summary>
    /// <param name="facts">The facts that the decision states.</param>
    /// <param name="file">All evidence of the case.</param>
    public static IReadOnlyList<DomainException> ObstaclesToDecision(
        IReadOnlyCollection<FactElement> facts,
        IReadOnlyCollection<EvidenceItem> file
    )
    {
        if (facts.Count == 0)
            return [LawfulOnTheSpotDecision.EvidenceMissing.With("没有列明认定的事实")];
        var obstacles = new List<DomainException>();
        foreach (var fact in facts)
        {
            var relied = file.Where(i => fact.EvidenceIds.Contains(i.Id)).ToList();
            if (fact.EvidenceIds.Any(id => relied.All(i => i.Id != id)))
                obstacles.Add(NotInFile.With($"事实“{fact.Name}”"));
            if (relied.Exists(i => i.UnlawfulBecause is not null))
                obstacles.Add(Unlawful.With($"事实“{fact.Name}”", "排除该证据，另行取证"));
            if (relied.Exists(i => i.UnlawfulBecause is null && !MayCarryAFact(i)))
                obstacles.Add(NotVerified.With($"事实“{fact.Name}”所依据的证据尚未查证"));
            if (relied.Find(i => i is { UnlawfulBecause: null, FileMissing: true }) is { } without)
                obstacles.Add(FilesOfCase.FileMissing.With($"事实“{fact.Name}”所依据的证据没有文件：{without.Sha256}", "上传该文件"));
            if (!relied.Exists(MayCarryAFact))
                obstacles.Add(LawfulOnTheSpotDecision.EvidenceMissing.With($"事实“{fact.Name}”没有经查证属实的证据"));
        }
        return obstacles;
    }

    /// <summary>Refuses a decision whose facts are not carried.</summary>
    /// <param name="facts">The facts that are stated.</param>
    /// <param name="file">All evidence of the case.</param>
    /// <param name="member">JSON pointer of the facts in the request.</param>
    /// <exception cref="DomainException"><see cref="LawfulOnTheSpotDecision.EvidenceMissing"/> (第四十条), <see cref="NotVerified"/>, <see cref="Unlawful"/> or <see cref="NotInFile"/>.</exception>
    public static void EnsureFactsCarried(
        IReadOnlyCollection<FactElement> facts,
        IReadOnlyCollection<EvidenceItem> file,
        string member = "/factElements"
    )
    {
        if (facts.Count == 0)
            ObstaclesToDecision(facts, file).RefuseFirst();
        foreach (var (fact, i) in facts.Select((fact, i) => (fact, i)))
        {
            if (ObstaclesToDecision([fact], file) is [var first, ..])
                throw first.At($"{member}/{i}");
        }
    }
}
