using System.Globalization;
using System.Text;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Evidence.Archives.Pages;
using EnforcementCases.Api.Recording.Log;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Paper;
using EnforcementCases.Pdf;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using Microsoft.EntityFrameworkCore;
using StoredFile = EnforcementCases.Domain.Evidence.CaseFile;

namespace EnforcementCases.Api.Evidence.Archives;

/// <summary>A case file that was put together and is still to be sent.</summary>
/// <param name="Items">The entries of the ZIP, in order.</param>
/// <param name="InHand">What the record keeps of it.</param>
/// <param name="At">When it was put together.</param>
internal sealed record ReadyArchive(IReadOnlyList<ZipItem> Items, ArchiveInHand InHand, DateTimeOffset At);

/// <summary>Puts the file of a case together: everything small on the disk, films where they are. Every stored file is read and compared with its hash before the first byte is
/// sent.</summary>
internal sealed class ArchivePress(
    AppDbContext db,
    CaseLoader cases,
    AwaitedFiles awaited,
    CatalogueDirectory catalogue,
    OrganDirectory organs,
    DocumentIssue documents,
    DocumentPress press,
    RecordBundles records,
    FileStore files,
    FontSet fonts,
    TimeProvider clock
)
{
    private const string WithoutFiles = "请系统管理员从备份中恢复该文件，或者以 evidence=Hashes 仅调取校验值";

    /// <summary>Puts it together.</summary>
    /// <param name="scratch">Where small entries are kept until they are sent.</param>
    /// <exception cref="DomainException"><see cref="EnforcementCase.NotFound"/>, a rule of <see cref="DrawnFile"/>, <see cref="FileStore.Changed"/>, <see cref="FileStore.Gone"/>,
    /// <see cref="DocumentErrors.ContentAltered"/> or <see cref="LogErrors.NotYet"/>.</exception>
    public async Task<ReadyArchive> MakeAsync(IDrawsArchive asked, ScratchFile scratch, CancellationToken ct)
    {
        var (caseId, form, withInner) = (asked.CaseId, asked.Form, asked.WithInner);
        var @case = await cases.ReadAsync(caseId, ct);
        DrawnFile.Ensure(@case, form, withInner);
        var opened = await awaited.OpenAsync(@case, ct);
        var now = clock.GetUtcNow();
        var organ = await organs.OrganAsync(@case.OrganId, ct);
        var today = LegalDate.Of(now);
        var file = new FileInHand(
            @case,
            organ.Name,
            opened.Papers.LastOrDefault(p => p.Kind is DocumentKind.FilingApproval && p.Number.Length > 0)?.Number,
            form,
            today,
            catalogue.Current.Violation(@case.ViolationVersionId)
        );
        var innerParts = FileBinding.PartsOf(
            catalogue.Current.Parameter(organ.Path, LocalParameters.ArchiveInnerVolume, @case.Archive.On ?? today).Value
        );
        var selected = SelectionOfPapers.Select(form, withInner, await PapersAsync(caseId, ct), opened, innerParts);
        var shown = SelectionOfEvidence.Select(form, opened, await FilesAsync(caseId, ct));
        var items = asked.Evidence is EvidenceInArchive.Files ? await MeasureAsync(shown, ct) : [];

        var main = await BindAsync(selected.Main, "main", form, scratch, ct);
        var inner = withInner ? await BindAsync(selected.Inner, "inner", form, scratch, ct) : [];
        var lines = LinesOf(main);
        List<ArchiveEntry> front =
        [
            await SheetAsync(
                "cover.pdf",
                DrawnFilePapers.Cover(file, lines.Count, lines.Sum(l => l.Paper.Pages), withInner ? LinesOf(inner).Count : null),
                scratch,
                ct
            ),
            await SheetAsync(
                "contents.pdf",
                DrawnFilePapers.Contents(file, lines, [.. shown.Select(e => LineOf(e, items))], isInner: false),
                scratch,
                ct
            ),
        ];
        if (withInner)
            inner.Insert(
                0,
                await SheetAsync("inner/contents.pdf", DrawnFilePapers.Contents(file, LinesOf(inner), [], isInner: true), scratch, ct)
            );
        var record = form.HasRecord() ? await RecordAsync(caseId, scratch, ct) : [];
        var page = ArchivePage.Write(file, front, main, inner, [.. shown.Select(e => (e, items.GetValueOrDefault(e.Sha256)))], record);
        List<ArchiveEntry> entries =
        [
            new(await scratch.KeepAsync(ArchivePage.Name, page, ct), "首页"),
            .. front,
            .. main,
            .. inner,
            .. record,
            .. items.Values,
        ];
        var manifest = new ArchiveManifest(
            ArchiveManifest.Version,
            caseId,
            form,
            withInner,
            asked.Evidence,
            now,
            [.. entries.Select(ManifestEntry.Of)],
            [.. shown.Where(e => !items.ContainsKey(e.Sha256)).Select(e => new ManifestHash(e.Sha256, e.Title, e.File is not null))]
        );
        var list = await scratch.KeepAsync(ArchiveManifest.Name, manifest.Write(), ct);
        List<ZipItem> zip = [list, .. entries.Select(e => e.Item)];
        return new(zip, new(list.Content.Sha256, StoredZip.LengthOf(zip)), now);
    }

    /// <summary>In the order of their issue; those of one act in the order of the catalogue of documents.</summary>
    private async Task<IReadOnlyList<PaperWithContent>> PapersAsync(Guid caseId, CancellationToken ct)
    {
        var issued = await db.CaseDocuments.AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync(ct);
        return
        [
            .. issued
                .OrderBy(d => d.IssuedAt)
                .ThenBy(d => d.Kind)
                .ThenBy(d => d.Number, StringComparer.Ordinal)
                .ThenBy(d => d.Id)
                .Select(d => new PaperWithContent(d, documents.OpenForm(d))),
        ];
    }

    private Task<List<StoredFile>> FilesAsync(Guid caseId, CancellationToken ct) =>
        db.CaseFiles.AsNoTracking().Where(f => f.CaseId == caseId).OrderBy(f => f.ReceivedAt).ThenBy(f => f.Sha256).ToListAsync(ct);

    /// <summary>The files of the evidence as entries by their hash, each read once and found as it was stored.</summary>
    private async Task<OrderedDictionary<string, ArchiveEntry>> MeasureAsync(IReadOnlyList<SelectedEvidence> evidence, CancellationToken ct)
    {
        var entries = new OrderedDictionary<string, ArchiveEntry>(StringComparer.Ordinal);
        foreach (var item in evidence)
        {
            if (item.File is not { } file || entries.ContainsKey(item.Sha256))
                continue;
            await using var content = files.OpenRead(file.Sha256) ?? throw FileStore.Gone.With($"文件 {file.Sha256}", WithoutFiles);
            var measured = await Measured.ReadAsync(content, output: null, ct);
            if (measured.Sha256 != file.Sha256)
                throw FileStore.Changed.With($"文件 {file.Sha256}", WithoutFiles);
            var name = string.Create(CultureInfo.InvariantCulture, $"evidence/E{entries.Count + 1:D3}{ExtensionOf(file.MediaType)}");
            entries.Add(
                item.Sha256,
                new(
                    new(name, measured, () => files.OpenRead(file.Sha256) ?? throw new FileNotFoundException("It was removed.", name)),
                    item.Title
                )
            );
        }
        return entries;
    }

    /// <summary>The papers of a volume in the order of the file, each as a PDF whose name has its pages.</summary>
    private async Task<List<ArchiveEntry>> BindAsync(
        IReadOnlyList<PaperWithContent> papers,
        string folder,
        FileForm form,
        ScratchFile scratch,
        CancellationToken ct
    )
    {
        var rendered = new Dictionary<FilePaper, (DocumentKind Kind, ZipItem Item)>(ReferenceEqualityComparer.Instance);
        foreach (var paper in papers)
        {
            var document = paper.Document;
            var pdf = await press.FiledAsync(document, ct);
            var number = document.Number.Length > 0 ? document.Number : null;
            var filed = new FilePaper(PartsOfFile.Of(document.Kind), document.Kind.Term(), number, document.DatedOn, pdf.Pages);
            rendered.Add(filed, (document.Kind, await scratch.KeepAsync("", pdf.Pdf, ct)));
        }
        var bound = FileBinding.Bind(rendered.Keys, innerParts: [], DrawnFile.OrderOf(form));
        List<ArchiveEntry> entries =
        [
            .. bound.Main.Select(line =>
            {
                var (kind, item) = rendered[line.Paper];
                var name = $"{folder}/{line.Place:D3}-p{DrawnFilePapers.PagesOf(line)}-{kind}.pdf";
                return new ArchiveEntry(item with { Name = name }, line.Paper.Title, line);
            }),
        ];
        var numbered = entries.Select(e => e.Line!.Paper).ToHashSet<FilePaper>(ReferenceEqualityComparer.Instance);
        foreach (var (paper, (kind, item)) in rendered.Where(r => !numbered.Contains(r.Key)))
            entries.Add(new(item with { Name = $"{folder}/archived-{entries.Count + 1:D3}-{kind}.pdf" }, $"{paper.Title}（归档）")); // has no page number
        return entries;
    }

    private async Task<ArchiveEntry> SheetAsync(string name, FormContent content, ScratchFile scratch, CancellationToken ct)
    {
        var sheet = FormLayout.RenderA4(content, new(CopyLabel: "", PrintNumber: 1) { Fonts = fonts });
        return new(await scratch.KeepAsync(name, sheet.Pdf, ct), content.Kind is DocumentKind.FileCover ? "封面" : content.Title);
    }

    private async Task<IReadOnlyList<ArchiveEntry>> RecordAsync(Guid caseId, ScratchFile scratch, CancellationToken ct)
    {
        var bundle = await records.OfAsync(caseId, ct);
        var lines = new MemoryStream();
        foreach (var entry in bundle.Entries)
        {
            lines.Write(entry.Canonical);
            lines.WriteByte((byte)'\n');
        }
        return
        [
            new(
                await scratch.KeepAsync("record/record.jsonl", Encoding.UTF8.GetBytes(bundle.Write()), ct),
                "记录和逐项证明，供校验程序读取"
            ),
            new(await scratch.KeepAsync("record/entries.jsonl", lines.ToArray(), ct), "记录原文，每行一项"),
            new(await scratch.KeepAsync("record/checkpoint.txt", Encoding.UTF8.GetBytes(bundle.Checkpoint), ct), "已签署的日志检查点"),
        ];
    }

    private static List<ContentsLine> LinesOf(IEnumerable<ArchiveEntry> entries) => [.. entries.Select(e => e.Line).OfType<ContentsLine>()];

    private static EvidenceLine LineOf(SelectedEvidence evidence, OrderedDictionary<string, ArchiveEntry> items) =>
        new(
            evidence.Title,
            evidence.TakenAt is { } at ? LegalDate.Of(at) : null,
            evidence.Shows,
            items.GetValueOrDefault(evidence.Sha256) is { } entry ? Path.GetFileName(entry.Item.Name) : null,
            string.Join('；', new[] { evidence.Remark, evidence.File is null ? "文件未上传" : null }.OfType<string>())
        );

    private static string ExtensionOf(string mediaType) =>
        mediaType switch
        {
            "image/jpeg" => ".jpg",
            "image/png" => ".png",
            "image/heic" => ".heic",
            "application/pdf" => ".pdf",
            "audio/wav" => ".wav",
            "audio/mpeg" => ".mp3",
            "audio/mp4" => ".m4a",
            "audio/ogg" => ".ogg",
            "audio/amr" => ".amr",
            "video/mp4" => ".mp4",
            "video/quicktime" => ".mov",
            "video/x-msvideo" => ".avi",
            _ => ".bin",
        };
}
