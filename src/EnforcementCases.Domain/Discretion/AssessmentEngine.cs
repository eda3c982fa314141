using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Answers every question of whether and how much to punish, in the order of the law, and records each answer. Pure: the result depends only on the input.</summary>
public sealed class AssessmentEngine
{
    /// <summary>Version of the engine. Raised whenever the same input would give another result.</summary>
    public const int Version = 1;

    private readonly AssessmentInput input;
    private readonly List<AssessmentStep> steps = [];
    private readonly List<AssessmentDemand> demands = [];

    private AssessmentEngine(AssessmentInput input) => this.input = input;

    private AssessmentFacts Facts => input.Facts;

    /// <summary>Assesses.</summary>
    /// <exception cref="DomainException">The law of the day lacks something the facts name: <see cref="BenchmarkChoice.NoSuchTier"/>, <see cref="ListedExemption.NoSuchEntry"/>,
    /// <see cref="ListedExemption.ConditionsDoNotFit"/>, <see cref="ChoiceOfLaw.ChosenVersionUnknown"/>, <see cref="FineProvision.MeasureMissing"/>,
    /// <see cref="FineProvision.VariantUnknown"/>.</exception>
    public static Assessment Assess(AssessmentInput input) => new AssessmentEngine(input).Run();

    private Assessment Run()
    {
        var law = Law();
        var applied = input.Now is { } now && now.Version == law.Applied ? now : input.AtOffence;
        Age();
        Capacity();
        Fault();
        Slight();
        First();
        var listed = List();
        var higher = Norms(applied);
        var (benchmark, statutory, circumstance) = Range(applied);
        var leniency = LeniencyOf(statutory, benchmark.Range);
        Heavier();
        var fineExcluded = Judgment();
        var decisive = steps.Find(s => s.Effect is StepEffect.Forbids) ?? steps.Find(s => s.Effect is StepEffect.MayLetOff);
        var verdict = decisive?.Effect switch
        {
            StepEffect.Forbids => PenaltyVerdict.Forbidden,
            StepEffect.MayLetOff => PenaltyVerdict.MayBeLetOff,
            _ => PenaltyVerdict.Allowed,
        };
        Close(verdict, benchmark, leniency, listed.Count > 0);
        return new(
            Version,
            verdict,
            decisive?.Rule,
            law,
            applied.VersionId,
            higher?.Code,
            statutory,
            circumstance,
            fineExcluded,
            benchmark,
            leniency,
            [.. Facts.Aggravating.Distinct().Order()],
            listed,
            demands,
            steps
        );
    }

    private LawFinding Law()
    {
        var law = ChoiceOfLaw.Find(input.AtOffence, input.Now, Facts.Chosen);
        var repealed = input.Now is null && law.Chosen is null;
        var reason =
            !law.Changed ? "行为时与现在施行的规定相同"
            : repealed ? "行为时的规定现已废止，没有相应的新规定"
            : law.Chosen is { } chosen ? $"已记明选择 {chosen.Version}：{chosen.Reason}"
            : law.Milder is { } milder ? $"新旧规定不同，{milder} 较轻，应当记明选择"
            : "新旧规定不同，轻重相当或者不能直接比较，应当记明选择";
        Step(
            "APL-37",
            PenaltyLaw.At("第三十七条"),
            repealed ? StepEffect.Forbids : StepEffect.None,
            reason,
            law.Applied,
            [Norm("行为时", input.AtOffence), .. input.Now is { } now && law.Changed ? [Norm("现在", now)] : Array.Empty<AssessmentStep>()]
        );
        if (law is { Changed: true, Chosen: null })
            demands.Add(new(DemandKind.ChoiceOfLaw, "APL-37", "记明适用旧规定还是处罚较轻的新规定"));
        return law;

        AssessmentStep Norm(string when, Norm norm) =>
            Leaf(
                "APL-16",
                norm.Basis,
                StepEffect.None,
                $"{when}：{string.Join('、', norm.Kinds.Select(k => k.Term()))}{(norm.Fine is null ? "，没有规定罚款" : "")}",
                norm.Version
            );
    }

    private void Age()
    {
        if (input.AgeAtOffence is not { } age)
            return;
        var effect =
            age < PartyAge.PunishableFrom ? StepEffect.Forbids
            : age < PartyAge.AdultFrom ? StepEffect.DemandsLeniency
            : StepEffect.None;
        Step("APL-30", PenaltyLaw.At("第三十条"), effect, $"行为时 {age} 周岁");
        if (effect is StepEffect.Forbids)
            demands.Add(new(DemandKind.Guardian, "APL-30", "责令监护人加以管教"));
    }

    private void Capacity()
    {
        var state = Incapacity.StateOf(Facts.Capacity);
        if (state != Facts.Capacity.State)
            demands.Add(new(DemandKind.Evidence, "APL-31", "补充鉴定意见或者监护人证明；没有证据的不予认定"));
        if (Facts.Capacity.State is MentalState.Sound)
            return;
        var (effect, reason) = state switch
        {
            MentalState.Incapable => (StepEffect.Forbids, "行为时不能辨认或者不能控制自己行为"),
            MentalState.PartlyIncapable => (StepEffect.AllowsLeniency, "尚未完全丧失辨认或者控制自己行为能力"),
            MentalState.IntermittentlyIllSoundAtOffence => (StepEffect.None, "间歇性精神病人在精神正常时有违法行为，应当给予行政处罚"),
            MentalState.Sound => (StepEffect.None, "主张没有证据，不予认定"),
        };
        Step("APL-31", PenaltyLaw.At("第三十一条"), effect, reason);
        if (effect is StepEffect.Forbids)
            demands.Add(new(DemandKind.Guardian, "APL-31", "责令监护人严加看管和治疗"));
    }

    private void Fault()
    {
        var fault = Facts.Fault;
        if (fault.Claim is FaultClaim.NotClaimed)
            return;
        var forbids = WithoutFault.Forbids(fault);
        var reason =
            forbids ? "当事人的证据足以证明没有主观过错"
            : fault.Claim is FaultClaim.Claimed || string.IsNullOrWhiteSpace(fault.Evidence)
                ? "当事人主张没有主观过错，没有提供足以证明的证据"
            : $"{fault.Otherwise} 另有规定，从其规定";
        Step("APL-33-2", PenaltyLaw.At("第三十三条第二款"), forbids ? StepEffect.Forbids : StepEffect.None, reason);
        if (!forbids && !WithoutFault.IsPunishedAllTheSame(fault))
            demands.Add(new(DemandKind.Evidence, "APL-33-2", "没有主观过错由当事人举证"));
    }

    [StatutoryRule("APL-33-1a")]
    private void Slight()
    {
        var all = Facts is { Slight: true, CorrectedInTime: true, NoHarm: true };
        Step(
            "APL-33-1a",
            PenaltyLaw.At("第三十三条第一款"),
            all ? StepEffect.Forbids : StepEffect.None,
            all
                ? "违法行为轻微并及时改正，没有造成危害后果"
                : $"不具备：{Missing(("轻微", Facts.Slight), ("及时改正", Facts.CorrectedInTime), ("没有危害后果", Facts.NoHarm))}"
        );
    }

    private void First()
    {
        var (history, met) = (input.History, FirstOffence.IsMet(Facts, input.History));
        var search = Leaf(
            "APL-33-1b",
            PenaltyLaw.At("第三十三条第一款").ToString(),
            StepEffect.None,
            history.Searchable
                ? $"回溯 {history.LookBackYears} 年{(history.LookBackConfirmed ? "" : "（该年数尚未经第二人确认）")}：同一案由 {history.EarlierOfSameViolation} 次，其他 {history.Earlier.Count - history.EarlierOfSameViolation} 次"
                : "当事人身份未核实，不能检索既往记录",
            null
        );
        Step(
            "APL-33-1b",
            PenaltyLaw.At("第三十三条第一款"),
            met ? StepEffect.MayLetOff : StepEffect.None,
            met
                ? "初次违法且危害后果轻微并及时改正"
                : $"不具备：{Missing(("初次违法", history.EarlierOfSameViolation == 0), ("危害后果轻微", Facts.HarmSlight || Facts.NoHarm), ("及时改正", Facts.CorrectedInTime))}",
            null,
            [search]
        );
        if (met && !history.Searchable)
            demands.Add(new(DemandKind.HistoryNotSearchable, "APL-33-1b", "身份未核实，须说明认定初次违法的依据"));
    }

    [StatutoryRule("APL-33-LIST")]
    private List<string> List()
    {
        var listed = new List<string>();
        foreach (var claim in Facts.ListClaims)
        {
            var entry =
                input.Exemptions.FirstOrDefault(e => string.Equals(e.Code, claim.Code, StringComparison.Ordinal))
                ?? throw ListedExemption.NoSuchEntry.With(claim.Code);
            var whyNot = ListedExemption.ReasonAgainst(entry, claim, input.History);
            var effect = whyNot is null ? ListedExemption.EffectOf(entry.Leniency) : StepEffect.None;
            Step("APL-33-LIST", entry.Basis, effect, $"{entry.Code} {entry.Title}：{whyNot ?? "全部条件具备"}", entry.Version);
            if (whyNot is null)
                listed.Add(entry.Code);
        }
        foreach (var entry in ListedExemption.UnansweredIn(input))
            demands.Add(new(DemandKind.ListUnanswered, "APL-33-LIST", $"确认免罚清单 {entry.Code}“{entry.Title}”的条件是否具备"));
        if (steps.Exists(s => s is { Rule: "APL-33-LIST", Effect: StepEffect.MayLetOff }))
            demands.Add(new(DemandKind.ReasonsAgainstList, "APL-33-LIST", "符合清单而仍予处罚的，说明理由"));
        return listed;
    }

    private Norm? Norms(Norm applied)
    {
        if (input.OtherNorms.Count == 0)
            return null;
        var higher = SeveralNorms.HigherThan(applied, input.OtherNorms);
        Step(
            "APL-29",
            PenaltyLaw.At("第二十九条"),
            higher is null ? StepEffect.None : StepEffect.Demands,
            higher is null ? $"{applied.Code} 的罚款上限不低于其他规定" : $"{higher.Code} 的罚款上限更高，应当按照 {higher.Code} 处罚",
            applied.Version,
            [.. input.OtherNorms.Select(n => Leaf("APL-29", n.Basis, StepEffect.None, $"{n.Code} 同时违反", n.Version))]
        );
        return higher;
    }

    private (BenchmarkFinding Benchmark, FenRange? Statutory, string? Circumstance) Range(Norm applied)
    {
        var whyNot = BenchmarkChoice.ReasonNotBinding(input.Benchmark, input.Side, applied.Fine);
        BenchmarkTier? tier = null;
        if (whyNot is null)
        {
            tier = BenchmarkChoice.TierFor(input.Benchmark!.Tiers, input.Side, Facts, input.History, Named(applied.Fine));
            whyNot = tier is null ? "基准没有与该情形对应的阶次" : null;
        }
        var fine = tier?.FineFor(input.Side);
        var circumstance = Facts.Circumstance ?? (applied.Fine is { } p ? BenchmarkChoice.CircumstanceOf(fine, p) : null);
        var statutory = applied.Fine?.RangeFor(Facts.Measure?.ToMeasure(), circumstance);
        var range = fine is null ? null : TierRange(applied.Fine!, fine, tier!);
        var finding = new BenchmarkFinding(input.Benchmark?.Code, input.Benchmark?.Version, whyNot is null, whyNot, tier, range);
        Step(
            "APL-34",
            applied.Basis,
            statutory is null ? StepEffect.None : StepEffect.Limits,
            statutory is null
                ? "罚则对该类当事人没有规定罚款"
                : $"法定幅度 {statutory.AtLeast.InYuan} 元以上 {statutory.AtMost.InYuan} 元以下{(circumstance is null ? "" : $"（{circumstance}）")}",
            applied.Version,
            [
                Leaf(
                    "APL-34",
                    PenaltyLaw.At("第三十四条").ToString(),
                    tier is null ? StepEffect.None : StepEffect.Limits,
                    tier is null
                        ? $"{whyNot}：应当写明裁量理由，不属于偏离基准"
                        : $"{input.Benchmark!.Code}“{tier.Level}”（{tier.Circumstance}）：{tier.Action}{(range is null ? "" : $"，{Money.OfFen(range.LowestFen).InYuan} 元{(range.LowestExcluded ? "（不含）" : "")}至 {Money.OfFen(range.HighestFen).InYuan} 元")}",
                    input.Benchmark?.Version
                ),
            ]
        );
        return (finding, statutory is null ? null : new(statutory.AtLeast.Fen, statutory.AtMost.Fen), circumstance);
    }

    /// <summary>The range of the circumstance that the officer named; null if none was named.</summary>
    private TierFine? Named(FineProvision? fine)
    {
        if (Facts.Circumstance is not { } name || fine is null)
            return null;
        var variant =
            fine.Variants?.FirstOrDefault(v => string.Equals(v.Name, name, StringComparison.Ordinal))
            ?? throw FineProvision.VariantUnknown.With($"“{name}”");
        return new(variant.Lowest, variant.Highest);
    }

    private FenRange TierRange(FineProvision provision, TierFine fine, BenchmarkTier tier)
    {
        var range = (provision with { Lowest = fine.Lowest, Highest = fine.Highest }).RangeFor(Facts.Measure?.ToMeasure());
        return new(
            range.AtLeast.Fen,
            range.AtMost.Fen,
            BenchmarkChoice.IsLowestExcluded(input.Benchmark!.Tiers, tier, input.Side) && range.AtMost > range.AtLeast
        );
    }

    private LeniencyFinding LeniencyOf(FenRange? statutory, FenRange? tier)
    {
        foreach (var claim in Facts.Leniency)
        {
            var counts = Leniency.Proved([claim]).Count == 1;
            Step(
                "APL-32",
                PenaltyLaw.At("第三十二条"),
                counts ? StepEffect.DemandsLeniency : StepEffect.None,
                $"{claim.Ground.Term()}：{(counts ? claim.Evidence : "没有证据，不予认定")}"
            );
            if (!counts)
                demands.Add(new(DemandKind.Evidence, "APL-32", $"“{claim.Ground.Term()}”须有证据"));
        }
        var demandedBy = steps.Find(s => s.Effect is StepEffect.DemandsLeniency)?.Rule;
        var allowed = steps.Exists(s => s.Effect is StepEffect.AllowsLeniency);
        if ((demandedBy is null && !allowed) || statutory is null)
            return new(demandedBy is not null, demandedBy, demandedBy is not null || allowed, null, null);
        var mitigated = Leniency.Mitigated(statutory);
        if (mitigated is not null)
            demands.Add(new(DemandKind.ReviewOfMitigation, "APL-32", "拟减轻处罚的，经法制审核并集体讨论"));
        return new(demandedBy is not null, demandedBy, true, Leniency.Lenient(statutory, tier), mitigated);
    }

    [StatutoryRule("APL-49")]
    private void Heavier()
    {
        if (Facts.Emergency is { } emergency)
            Step(
                "APL-49",
                PenaltyLaw.At("第四十九条"),
                StepEffect.AllowsAggravation,
                $"违反突发事件应对措施，依法快速、从重处罚：{emergency.Event}"
            );
        if (Facts.Aggravating.Count > 0)
        {
            Step(
                "APL-5",
                PenaltyLaw.At("第五条第二款"),
                StepEffect.AllowsAggravation,
                $"从重情形 {Facts.Aggravating.Distinct().Count()} 项：在幅度以内考虑，写明理由"
            );
        }
    }

    private bool Judgment()
    {
        if (Facts.Judgment is not { } judgment)
            return false;
        var excluded = CriminalFine.Excludes(judgment);
        Step(
            "APL-35",
            PenaltyLaw.At("第三十五条第二款"),
            excluded ? StepEffect.Demands : StepEffect.None,
            excluded ? $"{judgment.Reference} 已判处罚金，不再给予罚款"
                : judgment.FineFen > 0 ? $"{judgment.Reference} 判处罚金，已缴罚款应当折抵"
                : $"{judgment.Reference} 没有判处罚金"
        );
        return excluded;
    }

    private void Close(PenaltyVerdict verdict, BenchmarkFinding benchmark, LeniencyFinding leniency, bool listed)
    {
        if (verdict is not PenaltyVerdict.Allowed)
        {
            Step("APL-33-3", PenaltyLaw.At("第三十三条第三款"), StepEffect.Demands, "不予行政处罚的，应当对当事人进行教育并记录");
            demands.Add(new(DemandKind.Education, "APL-33-3", "教育当事人：形式、日期、执法人员、当事人签名"));
        }
        if (verdict is PenaltyVerdict.Forbidden)
            return;
        Step(
            "APL-5",
            PenaltyLaw.At("第五条第二款"),
            StepEffect.Demands,
            benchmark.Binds ? "写明适用该阶次的理由" : "没有有约束力的基准，写明数额与事实、性质、情节、危害程度相当的理由"
        );
        demands.Add(
            new(
                DemandKind.ReasonsForAmount,
                "APL-5",
                leniency.Demanded ? "写明从轻或者减轻的事实和理由"
                    : listed ? "写明不适用清单的理由和数额的理由"
                    : "写明裁量理由"
            )
        );
    }

    private void Step(
        string rule,
        LegalBasis basis,
        StepEffect effect,
        string reason,
        string? version = null,
        IReadOnlyList<AssessmentStep>? because = null
    ) => Step(rule, basis.ToString(), effect, reason, version, because);

    private void Step(
        string rule,
        string basis,
        StepEffect effect,
        string reason,
        string? version,
        IReadOnlyList<AssessmentStep>? because = null
    ) => steps.Add(new(rule, basis, effect, reason, version, because ?? []));

    private static AssessmentStep Leaf(string rule, string basis, StepEffect effect, string reason, string? version) =>
        new(rule, basis, effect, reason, version, []);

    private static string Missing(params (string Name, bool Holds)[] conditions) =>
        string.Join('、', conditions.Where(c => !c.Holds).Select(c => c.Name));
}
