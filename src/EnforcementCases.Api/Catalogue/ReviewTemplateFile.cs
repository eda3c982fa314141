using System.Text.Json;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>legal-review-catalogue.json</c> (审核目录模板). Its rows state in free text when they apply; the meaning is coded here row by row against that
/// text: a new row, or one whose text changed, is refused until its meaning is coded here.</summary>
internal sealed class ReviewTemplateFile
{
    /// <summary>Each row with the text that was read, and its coded meaning.</summary>
    private static readonly Dictionary<string, Reading> Readings = new Reading[]
    {
        new("FS-01", "较大数额罚款(原城管职权)", ReviewedDecisionKind.Penalty, Kinds: [PenaltyKind.Fine]),
        new(
            "FS-02",
            "较大数额罚款、没收违法所得或非法财物(原生态环境职权)",
            ReviewedDecisionKind.Penalty,
            Kinds: [PenaltyKind.Fine, PenaltyKind.ConfiscationOfGains, PenaltyKind.ConfiscationOfGoods]
        ),
        new("FS-03", "责令停产、停业", ReviewedDecisionKind.Penalty, Kinds: [PenaltyKind.SuspensionOfOperation]),
        new("FS-04", "提请或作出吊销许可证、营业执照", ReviewedDecisionKind.Penalty, Kinds: [PenaltyKind.LicenceRevocation]),
        new(
            "FS-05",
            "按裁量基准需从重或从轻处罚",
            ReviewedDecisionKind.Penalty,
            Features: [ReviewFeature.Lenient, ReviewFeature.Aggravated, ReviewFeature.DepartureFromBenchmark]
        ),
        new("FS-06", "经过听证程序(含放弃听证)的处罚", ReviewedDecisionKind.Penalty, Features: [ReviewFeature.HearingHeldOrGivenUp]),
        new("FS-07", "减轻处罚;案情疑难复杂", ReviewedDecisionKind.Penalty, Features: [ReviewFeature.Mitigated, ReviewFeature.Complex]),
        new("FS-08", "对已完成的违法搭建责令限期拆除", ReviewedDecisionKind.Order, Features: [ReviewFeature.FinishedStructure]),
        new("FS-09", "涉嫌犯罪移送等涉及多个法律关系", ReviewedDecisionKind.Transfer),
        new("FS-10", "除立即代履行、加处罚款和滞纳金以外的行政强制执行决定", ReviewedDecisionKind.CoerciveExecution),
        new("FS-11", "涉及重大公共利益", ReviewedDecisionKind.Penalty, Features: [ReviewFeature.PublicInterest]),
        new(
            "FS-12",
            "当事人、利害关系人人数较多,或撤销已作出的处罚、许可",
            ReviewedDecisionKind.Penalty,
            Features: [ReviewFeature.ManyParties, ReviewFeature.RevokesEarlierDecision]
        ),
        new(
            "FS-13",
            "符合听证条件的处罚(较低阈值示例)",
            ReviewedDecisionKind.Penalty,
            Kinds: [PenaltyKind.Fine, PenaltyKind.SuspensionOfOperation, PenaltyKind.LicenceRevocation]
        ),
        new("FS-14", "查封、扣押场所设施或财物(含延长期限)", ReviewedDecisionKind.CoerciveMeasure),
        new("FS-15", "重大案件不予处罚或撤销案件", ReviewedDecisionKind.NoPenalty, Features: [ReviewFeature.HearingAmountReached]),
        new("FS-16", "向人民法院申请强制执行", ReviewedDecisionKind.CourtApplication),
    }.ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>Kinds of decision in the words of the file; 行政命令/强制 is read as the order (责令限期拆除) that its one row is about.</summary>
    private static readonly Dictionary<string, ReviewedDecisionKind> DecisionKinds = new(StringComparer.Ordinal)
    {
        ["行政处罚"] = ReviewedDecisionKind.Penalty,
        ["行政命令/强制"] = ReviewedDecisionKind.Order,
        ["移送"] = ReviewedDecisionKind.Transfer,
        ["行政强制执行"] = ReviewedDecisionKind.CoerciveExecution,
        ["行政强制措施"] = ReviewedDecisionKind.CoerciveMeasure,
        ["不予处罚"] = ReviewedDecisionKind.NoPenalty,
        ["申请强制执行"] = ReviewedDecisionKind.CourtApplication,
    };

    private readonly ProductFile file;
    private readonly Content content;

    private ReviewTemplateFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    /// <summary>The file's own date label, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <exception cref="InvalidDataException">The message names the row and the reason.</exception>
    public static ReviewTemplateFile Open(ProductFile file)
    {
        var opened = new ReviewTemplateFile(file);
        var items = opened.content.Items;
        var twice = items.GroupBy(i => i.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw file.Rejected($"{twice.Key} stands twice");
        var counted = new Counts(items.Count, items.Count(i => i.Status == "confirmed"), items.Count(i => i.Status == "memory"));
        if (counted != opened.content.Meta.Counts)
            throw file.Rejected($"meta.counts says {opened.content.Meta.Counts}, the rows are {counted}");
        return opened;
    }

    public IReadOnlyList<ReviewTemplate> Versions(Guid dataSetId, int number, Func<Guid> newId) =>
        [.. content.Items.Select(row => Version(row, dataSetId, number, newId()))];

    private ReviewTemplate Version(Row row, Guid dataSetId, int number, Guid id)
    {
        if (!Readings.TryGetValue(row.Id, out var reading))
            throw Wrong(row, "nobody has read when it applies");
        if (reading.Item != row.Item)
            throw Wrong(row, $"the text was read as “{reading.Item}” and is now “{row.Item}”");
        if (!DecisionKinds.TryGetValue(row.DecisionKind, out var kind) || kind != reading.DecisionKind)
            throw Wrong(row, $"decision kind “{row.DecisionKind}”");
        return new()
        {
            Id = id,
            Code = row.Id,
            Version = $"{Label}.{number}",
            DataSetId = dataSetId,
            DecisionKind = kind,
            Item = row.Item,
            Kinds = reading.Kinds ?? [],
            Features = reading.Features ?? [],
            Citizen = Bound(row, row.Threshold.Individual),
            Organisation = Bound(row, row.Threshold.Organisation),
            Condition = row.Threshold.Other,
            Materials = row.Materials,
            Points = row.ReviewPoints,
            TimeLimitWorkingDays = row.TimeLimitWorkingDays.Value is > 0 and var days
                ? days
                : throw Wrong(row, "a time limit without days"),
            TimeLimitSource = row.TimeLimitWorkingDays.Source,
            Basis = row.LegalBasis,
            IsConfirmed = row.Status == "confirmed",
            Evidence = row.Evidence,
            Note = row.Note,
            RowSha256 = ProductFile.HashOf(row),
        };
    }

    private AmountBound? Bound(Row row, AmountRow? amount) =>
        amount is null ? null
        : amount is { Currency: "CNY", Amount: > 0 } ? new(checked(amount.Amount * 100L), amount.Inclusive)
        : throw Wrong(row, $"amount {amount.Amount} {amount.Currency}");

    private InvalidDataException Wrong(Row row, string why) => file.Rejected($"{row.Id}: {why}");

    /// <summary>Coded meaning of a row.</summary>
    /// <param name="Item">The text that was read.</param>
    private sealed record Reading(
        string Code,
        string Item,
        ReviewedDecisionKind DecisionKind,
        IReadOnlyList<PenaltyKind>? Kinds = null,
        IReadOnlyList<ReviewFeature>? Features = null
    );

    private sealed record Content(Meta Meta, IReadOnlyList<Row> Items);

    private sealed record Meta(string Title, string AsOf, Counts Counts, JsonElement Gate, string Unconfirmed);

    private sealed record Counts(int Total, int Confirmed, int Memory);

    private sealed record Row(
        string Id,
        string DecisionKind,
        string Item,
        ThresholdRow Threshold,
        IReadOnlyList<string> Materials,
        IReadOnlyList<string> ReviewPoints,
        LimitRow TimeLimitWorkingDays,
        string? LegalBasis,
        string Status,
        string Evidence,
        string? Note = null
    );

    private sealed record ThresholdRow(AmountRow? Individual, AmountRow? Organisation, string? Other);

    private sealed record AmountRow(int Amount, bool Inclusive, string Currency);

    private sealed record LimitRow(int Value, string Source);
}
