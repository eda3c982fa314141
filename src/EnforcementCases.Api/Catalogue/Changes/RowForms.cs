using EnforcementCases.Domain.Catalogue;
using static EnforcementCases.Api.Catalogue.Changes.CellForm;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>The forms of all kinds of rows.</summary>
internal static class RowForms
{
    private const string Words = "只能填写：";
    private const string Conditions = "refused_correction、unmet_order、serious、unmet_order_or_serious、aggravated";

    /// <summary>Each kind with the name of its list in a JSON file, in the order of validation: rows that others depend on come first.</summary>
    public static readonly IReadOnlyList<(CatalogueRowKind Kind, string Section, RowForm Form)> All =
    [
        (
            CatalogueRowKind.Violation,
            "violations",
            new(
                "案由",
                2,
                [
                    new("code", "案由代码", MaxLength: ViolationVersion.CodeMaxLength, Help: "如 GJ-ZD-01；同一代码的各版本相同"),
                    new("effective_from", "施行日期", Date),
                    new("name", "案由", MaxLength: ViolationVersion.NameMaxLength),
                    new("category", "类别", MaxLength: 40),
                    new("jurisdiction", "适用地域", MaxLength: 40),
                    new("applies_in_tianjin", "适用于本市", Flag),
                    new("instrument", "依据名称", MaxLength: 100, Help: "带书名号"),
                    new("instrument_level", "效力层级", Help: Words + "法律、行政法规、地方性法规、部门规章、地方政府规章、规范性文件"),
                    new("violated_article", "违反条款", MaxLength: 100),
                    new("penalty_article", "罚则条款", MaxLength: 100),
                    new("penalty_kinds", "处罚种类", Lines, Help: "每行一种"),
                    .. Fine("fine_individual", "个人罚款"),
                    .. Fine("fine_organisation", "单位罚款"),
                    new("currency", "币种", Help: Words + "CNY"),
                    new(
                        "correction",
                        "改正要求",
                        Help: Words
                            + "none、order_with_penalty、order_first_penalty_if_not_corrected、educate_then_order_penalty_if_refused"
                    ),
                    new("simple_procedure_possible.individual", "个人可简易程序", Flag),
                    new("simple_procedure_possible.organisation", "单位可简易程序", Flag),
                    new("decision_ready", "可据以处罚", Flag),
                    new("text_version", "文本版本", MaxLength: 100),
                    new("effective_to", "终止日期", Date),
                    new("status", "核实状态", Help: Words + "confirmed、partly confirmed、memory"),
                    new("evidence", "核实来源"),
                    new("enforced_by", "执法主体"),
                    new("note", "备注"),
                    new(
                        "branches",
                        "罚则结构",
                        Sheet,
                        Below: new(
                            "罚则结构",
                            0,
                            [
                                new("when", "情形", Help: "罚则的原文；只有一种情形的不填"),
                                new("needs", "前提", MaxLength: 40, Help: Words + Conditions),
                                new("must", "并处", Lines, Help: "每行一种，须同时作出"),
                                new("one_of", "择一", Lines, Help: "每行一种，只能作出一种"),
                                new("may", "可以并处", Lines, Help: "每行一种"),
                                new("may_needs", "可以并处的前提", Lines, Help: "每行一项：罚款=unmet_order；前提" + Words + Conditions),
                                new("may_not_if", "不得再处罚款的情形"),
                                new("gains_if_any", "并处没收违法所得", Flag, Help: "行政处罚法第二十八条第二款对其他罚则同样适用"),
                                new("orders", "责令事项", Lines, Help: "每行一项，须同时责令"),
                                new("orders_one_of", "责令择一", Lines, Help: "每行一项，只能责令一项"),
                                new(
                                    "party",
                                    "当事人类型",
                                    Lines,
                                    Help: "每行一种，不填为全部：Citizen、IndividualBusiness、LegalPerson、OtherOrganisation"
                                ),
                                new("fine", "罚款幅度", MaxLength: 40, Help: "escalated 为加重幅度；不填为一般幅度"),
                                new("fine_range", "该情形的罚款幅度", Bounds, Help: "下限,上限，单位与该案由的罚款相同"),
                            ]
                        )
                    ),
                    new("gains", "违法所得归属", MaxLength: 40, Help: "to_owners 为罚则规定归他人所有；不填为依法没收"),
                    new("approval", "须批准的种类", Lines, Help: "每行一项：责令停业=报经有批准权的人民政府批准"),
                    new("force", "强制拆除的权力"),
                    new("organ", "只能由其决定", MaxLength: 40, Help: "town 为乡、镇人民政府"),
                    new("execution", "强制执行权", Lines, Help: "每行一项，只填法律授予的：拆除=《中华人民共和国城乡规划法》第六十八条"),
                    new("mark", "罚则结构核对", MaxLength: 40, Help: "S 为已与公布的文本核对，memory 为凭记忆"),
                ]
            )
        ),
        (
            CatalogueRowKind.Benchmark,
            "benchmarks",
            new(
                "裁量权基准",
                2,
                [
                    new("benchmark_id", "基准编号", MaxLength: BenchmarkVersion.CodeMaxLength),
                    new("effective_from", "施行日期", Date),
                    new("violation_code", "案由代码", MaxLength: ViolationVersion.CodeMaxLength),
                    new("violation_name", "案由", MaxLength: ViolationVersion.NameMaxLength),
                    new("jurisdiction", "适用地域", MaxLength: 40),
                    new(
                        "source_kind",
                        "基准来源",
                        Help: Words + "published_benchmark、statutory_gradation、published_practice、illustrative"
                    ),
                    new("illustrative", "示意数据", Flag),
                    new("issuer", "发布机关", MaxLength: 100),
                    new(
                        "tiers",
                        "裁量阶次",
                        Sheet,
                        Below: new(
                            "裁量阶次",
                            0,
                            [
                                new("level", "档次", MaxLength: 60),
                                new("circumstance", "情形"),
                                new("action", "处理"),
                                new("fine_individual", "个人罚款幅度", Bounds, Help: "下限,上限（元）"),
                                new("fine_organisation", "单位罚款幅度", Bounds, Help: "下限,上限（元）"),
                                new("percent_of_cost", "造价百分比幅度", Bounds, Help: "下限,上限（%）"),
                            ]
                        )
                    ),
                    new("status", "核实状态", MaxLength: 60),
                    new("evidence", "核实来源"),
                    new("binding_in_tianjin", "本市依据", Flag, Help: "填“是”的须在法定幅度内，各档无空档、无重叠"),
                    new("note", "备注"),
                    new("effective_to", "终止日期", Date),
                ]
            )
        ),
        (
            CatalogueRowKind.Exemption,
            "exemptions",
            new(
                "免罚清单",
                1,
                [
                    new("id", "清单编号", MaxLength: ExemptionEntry.CodeMaxLength),
                    new("violation_code", "案由代码", MaxLength: ViolationVersion.CodeMaxLength, Help: "* 适用于全部案由"),
                    new("violation_name", "案由", MaxLength: ViolationVersion.NameMaxLength),
                    new("leniency", "清单类别"),
                    new("title", "名称", MaxLength: 100),
                    new("conditions_all", "条件", Lines, Help: "每行一项，须同时满足"),
                    new("follow_up", "后续措施", Lines, Help: "每行一项"),
                    new("correction_limit.value", "改正时限", Number, Help: "自然日；0 为当场"),
                    new("correction_limit.unit", "改正时限单位", MaxLength: 20),
                    new("correction_limit.source", "改正时限来源", MaxLength: 60, Help: "source 为来源写明"),
                    new("legal_basis", "依据", MaxLength: 100),
                    new("status", "核实状态", MaxLength: 60, Help: Words + "confirmed、confirmed elsewhere、memory"),
                    new("evidence", "核实来源"),
                    new("binding_in_tianjin", "本市依据", Flag),
                    new("note", "备注"),
                    new("effective_from", "施行日期", Date),
                    new("effective_to", "终止日期", Date),
                ]
            )
        ),
        (
            CatalogueRowKind.Adoption,
            "adoptions",
            new(
                "承接事项",
                4,
                [
                    new("organisation", "机构路径", Help: "街道办事处或者乡镇人民政府的路径，如 /tj/bhxq/hg/"),
                    new("violation_code", "案由代码", MaxLength: ViolationVersion.CodeMaxLength),
                    new("valid_from", "起始日期", Date),
                    new("area_codes", "区域代码", Lines, MaxLength: 12, Help: "行政区划代码，每行一个；不填为全部辖区"),
                    new("valid_to", "终止日期", Date, Help: "已承接的事项填写终止日期即终止承接"),
                    new("instrument", "赋权文件", MaxLength: Adoption.InstrumentMaxLength),
                ]
            )
        ),
        (
            CatalogueRowKind.Parameter,
            "parameters",
            new(
                "因地参数",
                3,
                [
                    new("organisation", "机构路径", Help: "该机构及其下级适用"),
                    new("key", "参数", MaxLength: ParameterValue.KeyMaxLength, Help: "见 GET /api/v1/catalogue/parameters"),
                    new("valid_from", "起始日期", Date),
                    new(
                        "value",
                        "值",
                        MaxLength: ParameterValue.ValueMaxLength,
                        Help: "列表以英文逗号分隔；留空为无；写 inherit 恢复适用上级的值"
                    ),
                    new("source", "依据文件", MaxLength: ParameterValue.SourceMaxLength),
                ]
            )
        ),
        (
            CatalogueRowKind.CalendarYear,
            "calendar_years",
            new(
                "工作日历",
                1,
                [
                    new("year", "年度", Number),
                    new("notice.title", "通知名称", MaxLength: 200),
                    new("notice.number", "通知文号", MaxLength: 60),
                    new("notice.numberStatus", "文号核实状态", MaxLength: 60),
                    new("notice.url", "公布网址", MaxLength: 200),
                    new("workingDaysInYear", "全年工作日数", Number, Help: "用于核对；可以不填"),
                    new("offDays", "放假", Sheet, Below: Days("放假日")),
                    new("makeUpWorkdays", "调休上班", Sheet, Below: Days("调休上班日")),
                    new("statutoryHolidays", "法定节假日", Sheet, Below: Days("法定节假日")),
                ]
            )
        ),
    ];

    public static RowForm Of(CatalogueRowKind kind) => All.First(f => f.Kind == kind).Form;

    private static IEnumerable<Column> Fine(string member, string label) =>
        [
            new(
                $"{member}.mode",
                label + "方式",
                Help: Words
                    + "range、fixed、per_unit、per_square_metre、percent_of_construction_cost、multiple_of_construction_cost；不罚款的不填"
            ),
            new($"{member}.min", label + "下限", Number),
            new($"{member}.max", label + "上限", Number),
            new($"{member}.unit", label + "单位", MaxLength: 40),
            new($"{member}.escalated", label + "加重幅度", Bounds, Help: "下限,上限"),
            new($"{member}.aggravated.circumstance", label + "特定情形"),
            new($"{member}.aggravated.fixed", label + "特定情形数额", Number),
            new($"{member}.by_role", label + "分主体幅度", NamedRanges, Help: "每行一个：施工单位=1000,5000"),
        ];

    private static RowForm Days(string sheet) => new(sheet, 0, [new("date", "日期", Date), new("name", "名称", MaxLength: 40)]);
}
