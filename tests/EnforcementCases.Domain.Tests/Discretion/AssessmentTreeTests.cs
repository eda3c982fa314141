using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Discretion.AnAssessment;

namespace EnforcementCases.Domain.Tests.Discretion;

/// <summary>What the officer reads: every step with its rule, its article and its reason, and what is still asked of him.</summary>
public sealed class AssessmentTreeTests
{
    private static readonly FineProvision Graded = new(FineMode.Range, 200_00, 1_000_00, null, [new("拒不改正", 1_000_00, 5_000_00)]);

    private static readonly AssessmentInput Ordinary = Input();

    /// <summary>The first tree in full, of each other one what it says and the first does not.</summary>
    public static TheoryData<string, AssessmentInput, string> Trees =>
        new()
        {
            {
                "an ordinary act without a benchmark",
                Ordinary,
                """
                    = Allowed
                    APL-37 None 《行政处罚法》第三十七条：行为时与现在施行的规定相同 [1]
                      APL-16 None 《天津市市容和环境卫生管理条例》第五十条：行为时：罚款 [1]
                    APL-30 None 《行政处罚法》第三十条：行为时 41 周岁
                    APL-33-1a None 《行政处罚法》第三十三条第一款：不具备：轻微、及时改正、没有危害后果
                    APL-33-1b None 《行政处罚法》第三十三条第一款：不具备：危害后果轻微、及时改正
                      APL-33-1b None 《行政处罚法》第三十三条第一款：回溯 2 年（该年数尚未经第二人确认）：同一案由 0 次，其他 0 次
                    APL-34 Limits 《天津市市容和环境卫生管理条例》第五十条：法定幅度 200.00 元以上 1000.00 元以下 [1]
                      APL-34 None 《行政处罚法》第三十四条：该案由没有裁量权基准：应当写明裁量理由，不属于偏离基准
                    APL-5 Demands 《行政处罚法》第五条第二款：没有有约束力的基准，写明数额与事实、性质、情节、危害程度相当的理由
                    ! APL-5 ReasonsForAmount 写明裁量理由
                    """
            },
            {
                "a child",
                Input(age: 13),
                """
                    = Forbidden APL-30
                    APL-30 Forbids 《行政处罚法》第三十条：行为时 13 周岁
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-30 Guardian 责令监护人加以管教
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "a minor of seventeen with a binding benchmark",
                Input(age: 17, benchmark: ABenchmark()),
                """
                    APL-30 DemandsLeniency 《行政处罚法》第三十条：行为时 17 周岁
                      APL-34 Limits 《行政处罚法》第三十四条：CL-1“一般”（一般情节）：罚款，200.00 元至 500.00 元 [1]
                    APL-5 Demands 《行政处罚法》第五条第二款：写明适用该阶次的理由
                    ! APL-32 ReviewOfMitigation 拟减轻处罚的，经法制审核并集体讨论
                    ! APL-5 ReasonsForAmount 写明从轻或者减轻的事实和理由
                    """
            },
            {
                "who could not know what he did",
                Input(new() { Capacity = new(MentalState.Incapable, "司法鉴定意见") }),
                """
                    = Forbidden APL-31
                    APL-31 Forbids 《行政处罚法》第三十一条：行为时不能辨认或者不能控制自己行为
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-31 Guardian 责令监护人严加看管和治疗
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "who says so without evidence",
                Input(new() { Capacity = new(MentalState.Incapable, null) }),
                """
                    APL-31 None 《行政处罚法》第三十一条：主张没有证据，不予认定
                    ! APL-31 Evidence 补充鉴定意见或者监护人证明；没有证据的不予认定
                    """
            },
            {
                "ill, and sound at the act",
                Input(new() { Capacity = new(MentalState.IntermittentlyIllSoundAtOffence, "病历") }),
                """
                    APL-31 None 《行政处罚法》第三十一条：间歇性精神病人在精神正常时有违法行为，应当给予行政处罚
                    """
            },
            {
                "partly incapable",
                Input(new() { Capacity = new(MentalState.PartlyIncapable, "残疾证") }, benchmark: ABenchmark()),
                """
                    APL-31 AllowsLeniency 《行政处罚法》第三十一条：尚未完全丧失辨认或者控制自己行为能力
                      APL-34 Limits 《行政处罚法》第三十四条：CL-1“一般”（一般情节）：罚款，200.00 元至 500.00 元 [1]
                    APL-5 Demands 《行政处罚法》第五条第二款：写明适用该阶次的理由
                    ! APL-32 ReviewOfMitigation 拟减轻处罚的，经法制审核并集体讨论
                    """
            },
            {
                "no fault, proved",
                Input(new() { Fault = new(FaultClaim.Proved, "票据") }),
                """
                    = Forbidden APL-33-2
                    APL-33-2 Forbids 《行政处罚法》第三十三条第二款：当事人的证据足以证明没有主观过错
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "no fault, claimed",
                Input(new() { Fault = new(FaultClaim.Claimed, "票据") }),
                """
                    APL-33-2 None 《行政处罚法》第三十三条第二款：当事人主张没有主观过错，没有提供足以证明的证据
                    ! APL-33-2 Evidence 没有主观过错由当事人举证
                    """
            },
            {
                "no fault, proved with nothing",
                Input(new() { Fault = new(FaultClaim.Proved, " ") }),
                """
                    APL-33-2 None 《行政处罚法》第三十三条第二款：当事人主张没有主观过错，没有提供足以证明的证据
                    ! APL-33-2 Evidence 没有主观过错由当事人举证
                    """
            },
            {
                "no fault where a law punishes all the same",
                Input(new() { Fault = new(FaultClaim.Proved, "票据", new("《某法》", "第一条"), InstrumentLevel.Law) }),
                """
                    APL-33-2 None 《行政处罚法》第三十三条第二款：《某法》第一条 另有规定，从其规定
                    """
            },
            {
                "slight, corrected, harmless",
                Input(
                    new()
                    {
                        Slight = true,
                        CorrectedInTime = true,
                        NoHarm = true,
                    }
                ),
                """
                    = Forbidden APL-33-1a
                    APL-33-1a Forbids 《行政处罚法》第三十三条第一款：违法行为轻微并及时改正，没有造成危害后果
                    APL-33-1b MayLetOff 《行政处罚法》第三十三条第一款：初次违法且危害后果轻微并及时改正
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "a first offence",
                Input(new() { HarmSlight = true, CorrectedInTime = true }),
                """
                    = MayBeLetOff APL-33-1b
                    APL-33-1a None 《行政处罚法》第三十三条第一款：不具备：轻微、没有危害后果
                    APL-33-1b MayLetOff 《行政处罚法》第三十三条第一款：初次违法且危害后果轻微并及时改正
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "a first offence of who cannot be searched",
                Input(new() { NoHarm = true, CorrectedInTime = true }, history: History(searchable: false)),
                """
                    = MayBeLetOff APL-33-1b
                    APL-33-1a None 《行政处罚法》第三十三条第一款：不具备：轻微
                    APL-33-1b MayLetOff 《行政处罚法》第三十三条第一款：初次违法且危害后果轻微并及时改正
                      APL-33-1b None 《行政处罚法》第三十三条第一款：当事人身份未核实，不能检索既往记录
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-33-1b HistoryNotSearchable 身份未核实，须说明认定初次违法的依据
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "the third time",
                Input(new() { HarmSlight = true }, history: History(2) with { LookBackConfirmed = true }),
                """
                    APL-33-1b None 《行政处罚法》第三十三条第一款：不具备：初次违法、及时改正
                      APL-33-1b None 《行政处罚法》第三十三条第一款：回溯 2 年：同一案由 2 次，其他 0 次
                    """
            },
            {
                "entries of the list",
                Input(
                    new()
                    {
                        ListClaims =
                        [
                            new("MF-1", [true, true]),
                            new("MF-2", [true, false]),
                            new("MF-3", [true, true]),
                            new("MF-4", [true, true]),
                        ],
                    },
                    exemptions:
                    [
                        AnEntry(),
                        AnEntry() with
                        {
                            Code = "MF-2",
                        },
                        AnEntry(binding: false) with
                        {
                            Code = "MF-3",
                        },
                        AnEntry(ListedLeniency.LenientOrMitigated) with
                        {
                            Code = "MF-4",
                        },
                    ]
                ),
                """
                    = MayBeLetOff APL-33-LIST
                    APL-33-LIST MayLetOff 《行政处罚法》第三十三条第一款：MF-1 出店经营：全部条件具备 [1]
                    APL-33-LIST None 《行政处罚法》第三十三条第一款：MF-2 出店经营：不具备：当场改正 [1]
                    APL-33-LIST None 《行政处罚法》第三十三条第一款：MF-3 出店经营：外地清单或者示意数据，本市不能直接援引 [1]
                    APL-33-LIST AllowsLeniency 《行政处罚法》第三十三条第一款：MF-4 出店经营：全部条件具备 [1]
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-33-LIST ReasonsAgainstList 符合清单而仍予处罚的，说明理由
                    ! APL-32 ReviewOfMitigation 拟减轻处罚的，经法制审核并集体讨论
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    ! APL-5 ReasonsForAmount 写明不适用清单的理由和数额的理由
                    """
            },
            {
                "an entry that was used up",
                Input(new() { ListClaims = [new("MF-1", [true, true])] }, exemptions: [AnEntry()], history: History(1)),
                """
                    APL-33-1b None 《行政处罚法》第三十三条第一款：不具备：初次违法、危害后果轻微、及时改正
                      APL-33-1b None 《行政处罚法》第三十三条第一款：回溯 2 年（该年数尚未经第二人确认）：同一案由 1 次，其他 0 次
                    APL-33-LIST None 《行政处罚法》第三十三条第一款：MF-1 出店经营：回溯期内已有 1 次 [1]
                    """
            },
            {
                "repealed",
                Input(repealed: true),
                """
                    = Forbidden APL-37
                    APL-37 Forbids 《行政处罚法》第三十七条：行为时的规定现已废止，没有相应的新规定 [1]
                    APL-33-3 Demands 《行政处罚法》第三十三条第三款：不予行政处罚的，应当对当事人进行教育并记录
                    ! APL-37 ChoiceOfLaw 记明适用旧规定还是处罚较轻的新规定
                    ! APL-33-3 Education 教育当事人：形式、日期、执法人员、当事人签名
                    """
            },
            {
                "the new law is milder",
                Input(atOffence: ANorm("1", Graded), now: ANorm("2", new(FineMode.Range, 100_00, 500_00))),
                """
                    APL-37 None 《行政处罚法》第三十七条：新旧规定不同，2 较轻，应当记明选择 [2]
                      APL-16 None 《天津市市容和环境卫生管理条例》第五十条：现在：罚款 [2]
                    APL-34 Limits 《天津市市容和环境卫生管理条例》第五十条：法定幅度 100.00 元以上 500.00 元以下 [2]
                    ! APL-37 ChoiceOfLaw 记明适用旧规定还是处罚较轻的新规定
                    """
            },
            {
                "neither law is milder",
                Input(atOffence: ANorm("1", new(FineMode.Range, 100_00, 500_00)), now: ANorm("2", new(FineMode.PerUnit, 1, 2))),
                """
                    APL-37 None 《行政处罚法》第三十七条：新旧规定不同，轻重相当或者不能直接比较，应当记明选择 [1]
                      APL-16 None 《天津市市容和环境卫生管理条例》第五十条：现在：罚款 [2]
                    APL-34 Limits 《天津市市容和环境卫生管理条例》第五十条：法定幅度 100.00 元以上 500.00 元以下 [1]
                    ! APL-37 ChoiceOfLaw 记明适用旧规定还是处罚较轻的新规定
                    """
            },
            {
                "the choice is on record",
                Input(
                    new() { Chosen = new("1", "行为时规定较轻") },
                    atOffence: ANorm("1"),
                    now: ANorm("2", new(FineMode.Range, 300_00, 2_000_00))
                ),
                """
                    APL-37 None 《行政处罚法》第三十七条：已记明选择 1：行为时规定较轻 [1]
                      APL-16 None 《天津市市容和环境卫生管理条例》第五十条：现在：罚款 [2]
                    """
            },
            {
                "a graver tier in its own range",
                Input(
                    new()
                    {
                        Circumstance = "拒不改正",
                        RefusedToCorrect = true,
                        Aggravating = [AggravatingFactor.RefusesToCorrect, AggravatingFactor.RefusesToCorrect],
                    },
                    atOffence: ANorm(fine: Graded),
                    benchmark: ABenchmark([
                        new(1, "一般", "一般情节", "罚款", new(200_00, 500_00), null),
                        new(2, "较重", "较重情节", "罚款", new(500_00, 1_000_00), null),
                        new(3, "严重", "拒不改正", "罚款", new(1_000_00, 5_000_00), null, TierTest.RefusedToCorrect),
                    ])
                ),
                """
                    APL-34 Limits 《天津市市容和环境卫生管理条例》第五十条：法定幅度 1000.00 元以上 5000.00 元以下（拒不改正） [1]
                      APL-34 Limits 《行政处罚法》第三十四条：CL-1“严重”（拒不改正）：罚款，1000.00 元（不含）至 5000.00 元 [1]
                    APL-5 AllowsAggravation 《行政处罚法》第五条第二款：从重情形 1 项：在幅度以内考虑，写明理由
                    APL-5 Demands 《行政处罚法》第五条第二款：写明适用该阶次的理由
                    """
            },
            {
                "a tier above another",
                Input(new() { RefusedToCorrect = true }, benchmark: ABenchmark()),
                """
                      APL-34 Limits 《行政处罚法》第三十四条：CL-1“从重”（拒不改正）：罚款，500.00 元（不含）至 1000.00 元 [1]
                    APL-5 Demands 《行政处罚法》第五条第二款：写明适用该阶次的理由
                    """
            },
            {
                "a tier without a fine",
                Input(new() { ConfirmedTiers = [1] }, benchmark: ABenchmark()),
                """
                      APL-34 Limits 《行政处罚法》第三十四条：CL-1“轻微”（经教育后改正）：不处罚 [1]
                    APL-5 Demands 《行政处罚法》第五条第二款：写明适用该阶次的理由
                    """
            },
            {
                "by the square metre",
                Input(new() { Measure = new(Units: 3_500) }, atOffence: ANorm(fine: new(FineMode.PerSquareMetre, 10_00, 50_00))),
                """
                    APL-34 Limits 《天津市市容和环境卫生管理条例》第五十条：法定幅度 35.00 元以上 175.00 元以下 [1]
                    """
            },
            {
                "by the cost",
                Input(
                    new() { Measure = new(ConstructionCostFen: 1_000_000_00) },
                    atOffence: ANorm(fine: new(FineMode.PercentOfConstructionCost, 500, 1_000))
                ),
                """
                    APL-34 Limits 《天津市市容和环境卫生管理条例》第五十条：法定幅度 50000.00 元以上 100000.00 元以下 [1]
                    """
            },
            {
                "no fine in the provision",
                Input(atOffence: ANorm(noFine: true, kinds: [PenaltyKind.Warning])),
                """
                      APL-16 None 《天津市市容和环境卫生管理条例》第五十条：行为时：警告，没有规定罚款 [1]
                    APL-34 None 《天津市市容和环境卫生管理条例》第五十条：罚则对该类当事人没有规定罚款 [1]
                    """
            },
            {
                "an illustration is no benchmark",
                Input(benchmark: ABenchmark(source: BenchmarkSource.Illustrative, binding: false)),
                """
                      APL-34 None 《行政处罚法》第三十四条：示意数据，不是公布的基准：应当写明裁量理由，不属于偏离基准 [1]
                    """
            },
            {
                "another place's benchmark",
                Input(benchmark: ABenchmark(binding: false)),
                """
                      APL-34 None 《行政处罚法》第三十四条：某市的基准，在本市没有约束力：应当写明裁量理由，不属于偏离基准 [1]
                    """
            },
            {
                "a benchmark that does not fit",
                Input(benchmark: ABenchmark([Tiers[1]])),
                """
                      APL-34 None 《行政处罚法》第三十四条：基准与现适用的法定幅度不符：个人：20000 至 100000（以罚则计量单位计）：应当写明裁量理由，不属于偏离基准 [1]
                    """
            },
            {
                "another norm is higher",
                Input(others: [ANorm("3", new(FineMode.Range, 1, 2_000_00), "TJ-XX-03")]),
                """
                    APL-29 Demands 《行政处罚法》第二十九条：TJ-XX-03 的罚款上限更高，应当按照 TJ-XX-03 处罚 [1]
                      APL-29 None 《天津市市容和环境卫生管理条例》第五十条：TJ-XX-03 同时违反 [3]
                    """
            },
            {
                "another norm is lower",
                Input(others: [ANorm("3", new(FineMode.Range, 1, 900_00), "TJ-XX-03")]),
                """
                    APL-29 None 《行政处罚法》第二十九条：TJ-XX-01 的罚款上限不低于其他规定 [1]
                      APL-29 None 《天津市市容和环境卫生管理条例》第五十条：TJ-XX-03 同时违反 [3]
                    """
            },
            {
                "grounds of leniency",
                Input(
                    new() { Leniency = [new(LeniencyGround.MeritoriousHelp, "提供线索"), new(LeniencyGround.CoercedOrTricked, " ")] },
                    benchmark: ABenchmark()
                ),
                """
                      APL-34 Limits 《行政处罚法》第三十四条：CL-1“一般”（一般情节）：罚款，200.00 元至 500.00 元 [1]
                    APL-32 DemandsLeniency 《行政处罚法》第三十二条：配合行政机关查处违法行为有立功表现：提供线索
                    APL-32 None 《行政处罚法》第三十二条：受他人胁迫或者诱骗实施违法行为：没有证据，不予认定
                    APL-5 Demands 《行政处罚法》第五条第二款：写明适用该阶次的理由
                    ! APL-32 Evidence “受他人胁迫或者诱骗实施违法行为”须有证据
                    ! APL-32 ReviewOfMitigation 拟减轻处罚的，经法制审核并集体讨论
                    ! APL-5 ReasonsForAmount 写明从轻或者减轻的事实和理由
                    """
            },
            {
                "an emergency",
                Input(new() { Emergency = new("汛期"), Aggravating = [AggravatingFactor.GraveOrWideImpact] }),
                """
                    APL-49 AllowsAggravation 《行政处罚法》第四十九条：违反突发事件应对措施，依法快速、从重处罚：汛期
                    APL-5 AllowsAggravation 《行政处罚法》第五条第二款：从重情形 1 项：在幅度以内考虑，写明理由
                    """
            },
            {
                "a criminal fine before",
                Input(new() { Judgment = new("甲号", 100, BeforeAdministrativeFine: true) }),
                """
                    APL-35 Demands 《行政处罚法》第三十五条第二款：甲号 已判处罚金，不再给予罚款
                    """
            },
            {
                "a criminal fine after",
                Input(new() { Judgment = new("甲号", 100, BeforeAdministrativeFine: false) }),
                """
                    APL-35 None 《行政处罚法》第三十五条第二款：甲号 判处罚金，已缴罚款应当折抵
                    """
            },
            {
                "no criminal fine",
                Input(new() { Judgment = new("甲号", 0, BeforeAdministrativeFine: true) }),
                """
                    APL-35 None 《行政处罚法》第三十五条第二款：甲号 没有判处罚金
                    """
            },
        };

    [Theory, MemberData(nameof(Trees)), Rule("APL-34"), Rule("APL-33-1a"), Rule("APL-37")]
    public void The_tree_says_why(string what, AssessmentInput input, string expected)
    {
        var lines = Lines(Of(input));
        if (input != Ordinary)
            lines = [.. lines.Except(Lines(Of(Ordinary)), StringComparer.Ordinal)];
        lines.ShouldBe(expected.ReplaceLineEndings("\n").Split('\n'), ignoreOrder: false, what);
    }

    private static List<string> Lines(Assessment assessment) =>
        [
            $"= {assessment.Verdict} {assessment.DecisiveRule}".TrimEnd(),
            .. Lines(assessment.Steps, ""),
            .. assessment.Demands.Select(d => $"! {d.Rule} {d.Kind} {d.Text}"),
        ];

    private static IEnumerable<string> Lines(IEnumerable<AssessmentStep> steps, string indent) =>
        steps.SelectMany(s =>
            Lines(s.Because, indent + "  ")
                .Prepend($"{indent}{s.Rule} {s.Effect} {s.Basis}：{s.Reason}{(s.Version is { } v ? $" [{v}]" : "")}")
        );
}
