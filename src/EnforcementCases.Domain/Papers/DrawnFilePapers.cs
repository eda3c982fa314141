using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>A case file that is drawn, as its cover and its contents show it.</summary>
/// <param name="Case">The case.</param>
/// <param name="OrganName">The organ.</param>
/// <param name="CaseNumber">Number of the filing; null if it was not filed.</param>
/// <param name="Form">For whom it is drawn.</param>
/// <param name="On">Legal date of the drawing.</param>
/// <param name="Violation">The violation, whose articles are the basis; null if it is not in the catalogue.</param>
public sealed record FileInHand(
    EnforcementCase Case,
    string OrganName,
    string? CaseNumber,
    FileForm Form,
    DateOnly On,
    ViolationVersion? Violation
);

/// <summary>A line about evidence in the contents.</summary>
/// <param name="Title">What it is.</param>
/// <param name="TakenOn">Legal date on which it was taken; null if not known.</param>
/// <param name="Shows">What it shows; null if it is not shown.</param>
/// <param name="Place">Its name in the bundle; null if only its hash is there.</param>
/// <param name="Remark">Remark; null if none.</param>
public sealed record EvidenceLine(string Title, DateOnly? TakenOn, string? Shows, string? Place, string? Remark);

/// <summary>Cover and contents of a case file that is drawn (封面、目录). They are made anew for each drawing and are no documents of the case.</summary>
public static class DrawnFilePapers
{
    /// <summary>The cover.</summary>
    /// <param name="papers">Number of papers of the main volume.</param>
    /// <param name="pages">Number of their pages.</param>
    /// <param name="inner">The inner volume: its number of papers; null if it is not drawn.</param>
    public static FormContent Cover(FileInHand file, int papers, int pages, int? inner)
    {
        var @case = file.Case;
        return Sheet(
            file,
            DocumentKind.FileCover,
            file.Form is FileForm.Main ? DocumentKind.FileCover.Term() : file.Form.Term(),
            [
                new LinesPart([
                    .. Lines(
                        (FormFields.Cause.Label, $"{@case.ViolationName}案"),
                        (FormFields.Party.Label, @case.PartyId is null ? "尚未查明" : @case.Party.Name),
                        ("立案号", file.CaseNumber),
                        (FormFields.DecisionNumber.Label, @case.DecisionNumber),
                        (PerformanceFields.FiledOn.Label, Day(@case.FiledOn)),
                        (PerformanceFields.ClosedOn.Label, Day(@case.Closing.On)),
                        (PerformanceFields.FileNumber.Label, @case.Archive.Volume),
                        (PerformanceFields.ArchivedOn.Label, Day(@case.Archive.On)),
                        (FormFields.Handlers.Label, string.Join('、', @case.Officers.Select(o => o.Name))),
                        (PerformanceFields.PaperCount.Label, $"{papers}件，{pages}页"),
                        ("副卷", inner is { } count ? $"另册，{count}件" : null),
                        ("调取日期", Day(file.On))
                    ),
                ]),
            ]
        );
    }

    /// <summary>The contents of a volume, with page numbers; for a court or a reconsideration organ with what each paper proves, and with the basis.</summary>
    /// <param name="lines">The papers as they are bound.</param>
    /// <param name="evidence">The evidence; empty for the inner volume.</param>
    /// <param name="isInner">The inner volume (副卷).</param>
    [StatutoryRule("FILE-2")]
    public static FormContent Contents(
        FileInHand file,
        IReadOnlyList<ContentsLine> lines,
        IReadOnlyList<EvidenceLine> evidence,
        bool isInner
    )
    {
        var parts = new List<FormPart>();
        if (!file.Form.IsForRemedy() || isInner)
            parts.Add(
                new ItemsPart(
                    PerformanceFields.Contents.Label,
                    PerformanceFields.Contents.Columns,
                    [.. lines.Select(line => ClosingPapers.RowOf(line))]
                )
            );
        else
        {
            parts.Add(
                new ItemsPart(
                    "材料",
                    ["名称、文号", "日期", "页号", "证明内容", "备注"],
                    [
                        .. lines.Select(l =>
                            (IReadOnlyList<string>)
                                [
                                    $"{l.Paper.Title}{l.Paper.Number}",
                                    ChineseDate.Day(l.Paper.Date),
                                    ClosingPapers.PagesOf(l),
                                    PartsOfFile.Proves(l.Paper.Part),
                                    DrawnFile.IsAfterDecision(file.Form, file.Case, l.Paper.Date) ? "作出决定之后形成" : "",
                                ]
                        ),
                    ]
                )
            );
            if (file.Violation is { } violation)
                parts.Add(
                    new ItemsPart(
                        "法律依据",
                        ["用途", "条款"],
                        [
                            ["认定违法", violation.Violated.ToString()],
                            ["给予处罚", violation.Threatened.ToString()],
                        ]
                    )
                );
        }
        if (evidence.Count > 0)
            parts.Add(
                new ItemsPart(
                    "证据文件",
                    ["证据", "取得日期", "证明内容", "文件", "备注"],
                    [
                        .. evidence.Select(e =>
                            (IReadOnlyList<string>)[e.Title, Day(e.TakenOn) ?? "", e.Shows ?? "", e.Place ?? "仅列校验值", e.Remark ?? ""]
                        ),
                    ]
                )
            );
        var title =
            isInner ? "副卷目录"
            : file.Form.IsForRemedy() ? $"{file.Form.Term()}目录"
            : DocumentKind.FileContents.Term();
        return Sheet(file, DocumentKind.FileContents, title, parts);
    }

    /// <summary>The pages of a paper as printed: 3, or 3-5.</summary>
    public static string PagesOf(ContentsLine line) => ClosingPapers.PagesOf(line);

    private static FormContent Sheet(FileInHand file, DocumentKind kind, string title, IReadOnlyList<FormPart> parts) =>
        new()
        {
            Kind = kind,
            TemplateVersion = DocumentForms.Of(kind).TemplateVersion,
            OrganName = file.OrganName,
            Title = title,
            On = file.On,
            Parts = parts,
        };

    private static IEnumerable<LabelledLine> Lines(params IEnumerable<(string Label, string? Value)> lines) =>
        lines.Where(l => l.Value.IsGiven()).Select(l => new LabelledLine(l.Label, l.Value!));

    private static string? Day(DateOnly? day) => day is { } on ? ChineseDate.Day(on) : null;
}
