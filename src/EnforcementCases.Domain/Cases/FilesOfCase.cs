using System.Globalization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>The duty to upload the files that acts of a case name by their hash (上传证据文件): evidence, recordings, signed papers. It begins with the first act that names a file that is
/// not there, and ends when all are there, or when the head gives the reason why one will never come. 国办发〔2018〕118号 三、（三）; 行政处罚法 第四十七条.</summary>
public static class FilesOfCase
{
    /// <summary>Files are uploaded by the day after the act that names them: local rules ask for the same day or twenty-four hours.</summary>
    public static readonly DeadlineRule UploadTerm = new(
        "REC-118-3",
        "上传证据文件",
        TimeLimit.CalendarDays(1),
        ThreeSystemsCircular.At("三、（三）"),
        DeadlineFor.AgencyPower,
        "取得证据或者制作音像记录"
    );

    /// <summary>A fact is to rest on evidence whose file has not arrived.</summary>
    public static readonly DomainError FileMissing = new(
        "evidence.file-missing",
        "REC-118-3",
        ErrorKind.RuleBroken,
        "证据的原始文件尚未上传，不得据以认定案件事实",
        ThreeSystemsCircular.At("三、（三）")
    );

    /// <summary>The case awaits no file.</summary>
    public static readonly DomainError NothingAwaited = new("evidence.no-file-awaited", null, ErrorKind.Conflict, "本案没有尚未上传的文件");

    extension(EnforcementCase @case)
    {
        /// <summary>A file that an act of the case names has not arrived, and the head has not given a reason.</summary>
        public bool AwaitsFiles => @case.AwaitedFiles is not null;

        /// <summary>The running deadline for the files that have not arrived; null if none is awaited.</summary>
        public CaseDeadline? AwaitedFiles => @case.Deadlines.FirstOrDefault(d => d is { Kind: DeadlineKind.EvidenceFiles, IsOpen: true });

        /// <summary>Position in the file of the last act whose missing files the head gave up, 0 for a decision on the spot; null if none was. Of excuses of the time before the
        /// position was kept, nothing is known.</summary>
        internal int? FilesExcusedUpTo =>
            @case
                .Deadlines.Where(d => d is { Kind: DeadlineKind.EvidenceFiles, EndedAt: not null, Reference: not null })
                .Max(d => (int?)int.Parse(d.Reference!, CultureInfo.InvariantCulture));

        /// <summary>Whether files of the case may still be added: it is neither closed nor archived, and was not left unfiled.</summary>
        public bool TakesFiles => @case.Stage is not (CaseStage.Closed or CaseStage.Archived or CaseStage.NotFiled);
    }

    /// <summary>Last day for the files that an act of a day names.</summary>
    public static Deadline Due(DateOnly doneOn, WorkingCalendar calendar) => Deadline.From(UploadTerm, doneOn, calendar);

    /// <summary>Starts the duty, unless it runs already.</summary>
    [StatutoryRule("REC-118-3")]
    internal static void AwaitFiles(this EnforcementCase @case, Guid id, DateOnly since, WorkingCalendar calendar)
    {
        if (@case.TakesFiles && !@case.AwaitsFiles)
            @case.AddDeadline(id, DeadlineKind.EvidenceFiles, Due(since, calendar));
    }

    /// <summary>The last file that was awaited has arrived (文件齐全). A case whose other duties are done closes with it.</summary>
    public static void FilesArrived(this EnforcementCase @case, DateTimeOffset at)
    {
        if (!@case.AwaitsFiles)
            return;
        @case.MeetDeadlines(DeadlineKind.EvidenceFiles, at);
        @case.Record("evidence-files-complete", at, new RecordFields());
        @case.CloseWhenPerformed();
    }

    /// <summary>The head finds that files that are awaited will never come, and gives the reason (文件无法上传的说明). The case may then be closed without them; what rests on their evidence
    /// may not.</summary>
    /// <param name="missing">SHA-256 of each file that is given up: all that acts of the file name and that are not there.</param>
    /// <param name="upTo">Position of the last act of the file; 0 if it has none.</param>
    /// <exception cref="DomainException"><see cref="NothingAwaited"/>.</exception>
    public static void ExcuseFiles(
        this EnforcementCase @case,
        IReadOnlyCollection<string> missing,
        int upTo,
        string reason,
        DateTimeOffset at
    )
    {
        if (@case.AwaitedFiles is not { } awaited)
            throw NothingAwaited.With("没有需要说明的文件");
        awaited.Excuse(at, upTo.ToString(CultureInfo.InvariantCulture));
        @case.Record("missing-files-excused", at, new RecordFields().Add("files", missing), new RecordFields().Add("reason", reason));
        @case.CloseWhenPerformed();
    }
}
