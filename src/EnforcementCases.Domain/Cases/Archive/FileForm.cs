using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Archive;

/// <summary>For whom a case file is drawn (调取案卷的用途). It determines which papers and files are in it.</summary>
public enum FileForm
{
    /// <summary>正卷: everything but the inner volume, for the organ itself.</summary>
    [Term("正卷")]
    Main,

    /// <summary>当事人查阅件: what the party was given, signed or stated itself, and the evidence; nothing of other persons.</summary>
    [Term("当事人查阅件")]
    Party,

    /// <summary>诉讼证据材料: evidence and basis for the court. 行政诉讼法 第六十七条.</summary>
    [Term("行政诉讼证据材料")]
    Court,

    /// <summary>复议答复材料: evidence and basis for the reconsideration organ. 行政复议法 第四十八条.</summary>
    [Term("行政复议答复材料")]
    Reconsideration,
}

/// <summary>How the drawing of a case file is judged and recorded (调取案卷).</summary>
public static class DrawnFile
{
    /// <summary>A file for the party while nobody knows who it is.</summary>
    public static readonly DomainError NoParty = new(
        "archive.no-party",
        null,
        ErrorKind.WrongStage,
        "当事人尚未查明，不能制作当事人查阅件"
    );

    /// <summary>The inner volume for the party.</summary>
    public static readonly DomainError InnerNotForParty = new(
        "archive.inner-not-for-party",
        "FILE-2",
        ErrorKind.Unacceptable,
        "副卷不提供给当事人"
    );

    /// <summary>Order in which the court and the reconsideration organ read it: from the filing to the closing.</summary>
    private static readonly FilePart[] ByProcedure =
    [
        FilePart.Filing,
        FilePart.Investigation,
        FilePart.Correction,
        FilePart.TellingAndHearing,
        FilePart.LegalReview,
        FilePart.CollectiveDiscussion,
        FilePart.Approval,
        FilePart.Decision,
        FilePart.ServiceReturn,
        FilePart.Execution,
        FilePart.Closing,
    ];

    /// <summary>Whether it is answered with it before a court or a reconsideration organ.</summary>
    public static bool IsForRemedy(this FileForm form) => form is FileForm.Court or FileForm.Reconsideration;

    /// <summary>Whether the record of the case is in it. The record cannot be cut without breaking its chain, and it shows what others did; the party verifies its papers by
    /// their codes.</summary>
    public static bool HasRecord(this FileForm form) => form is not FileForm.Party;

    /// <summary>The order of its parts; null for the order of the place.</summary>
    public static IReadOnlyList<FilePart>? OrderOf(FileForm form) => form.IsForRemedy() ? ByProcedure : null;

    /// <summary>Whether something of a day came after the decision: before a court and a reconsideration organ it proves nothing for the decision. 行政诉讼法 第三十五条; 行政复议法
    /// 第四十六条.</summary>
    public static bool IsAfterDecision(FileForm form, EnforcementCase @case, DateOnly on) => form.IsForRemedy() && on > @case.DecidedOn;

    /// <summary>Refuses a selection that cannot be made.</summary>
    /// <exception cref="DomainException"><see cref="InnerNotForParty"/> or <see cref="NoParty"/>.</exception>
    public static void Ensure(EnforcementCase @case, FileForm form, bool withInner)
    {
        if (form is not FileForm.Party)
            return;
        if (withInner)
            throw InnerNotForParty.With("副卷含内部审核意见和讨论记录", "不含副卷的案卷另行调取");
        if (@case.PartyId is null)
            throw NoParty.With($"案件处于“{@case.Stage.Term()}”阶段", "先查明并登记当事人");
    }

    /// <summary>Enters into the record that the file was drawn. Nothing of the case changes.</summary>
    /// <param name="withInner">With the inner volume (副卷).</param>
    /// <param name="withFiles">With the files of the evidence, not their hashes alone.</param>
    /// <param name="manifestSha256">SHA-256 of the list of everything that is in it, hex.</param>
    /// <param name="bytes">Size of the ZIP in bytes.</param>
    public static void Draw(
        this EnforcementCase @case,
        FileForm form,
        bool withInner,
        bool withFiles,
        string manifestSha256,
        long bytes,
        DateTimeOffset at
    ) =>
        @case.Note(
            new RecordDraft(
                "archive-drawn",
                at,
                new RecordFields()
                    .Add("form", form)
                    .Add("inner", withInner)
                    .Add("files", withFiles)
                    .Add("manifest", manifestSha256)
                    .Add("bytes", bytes)
            )
        );
}
