using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Supervision;

/// <summary>Routes of supervision (执法监督): the review of files, what the rules find, letters.</summary>
internal static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder api)
    {
        api.MapGroup("/cases")
            .WithTags("Supervision 执法监督")
            .MapQuery<ReadCaseFindingsQuery, CaseFindings>(
                "/{id:guid}/file-review",
                id => new(id),
                "Reads what the program finds in the ordinary file of a case today, by the standard of the review of files."
            );
        var supervision = api.MapGroup("/supervision").WithTags("Supervision 执法监督");
        var rounds = supervision.MapGroup("/file-review-rounds");
        rounds.MapQuery<ListReviewRoundsQuery, Page<ReviewRoundView>>("/", "Lists the rounds of the review of files, newest first.");
        rounds.MapCreate<DrawFilesCommand, ReviewRoundView>(
            "/",
            r => $"/api/v1/supervision/file-review-rounds/{r.Id}",
            "Draws the files of a round, at random by a recorded seed or by risk."
        );
        rounds.MapQuery<ReadReviewRoundQuery, ReviewRoundView>(
            "/{id:guid}",
            id => new(id),
            "Reads a round with its files, and the list and seed by which anyone can repeat the draw."
        );
        rounds.MapQuery<ReadReviewFiguresQuery, ReviewFigures>(
            "/{id:guid}/figures",
            id => new(id),
            "Counts a round: grades, the commonest faults, replies."
        );
        var files = supervision.MapGroup("/reviewed-files");
        files.MapQuery<ReadReviewedFileQuery, ReviewedFileView>("/{id:guid}", id => new(id), "Reads a file in review.");
        files.MapCommand<AssignReviewersCommand, ReviewedFileView>(
            "/{id:guid}/acts/assign",
            (c, id) => c with { Id = id },
            "Names two reviewers, none of whom had a part in the case."
        );
        files.MapCommand<JudgeFileCommand, ReviewedFileView>(
            "/{id:guid}/acts/judge",
            (c, id) => c with { Id = id },
            "Judges a file; the findings of the program are frozen with it."
        );
        files.MapCommand<ConfirmJudgementCommand, ReviewedFileView>(
            "/{id:guid}/acts/confirm",
            (c, id) => c with { Id = id },
            "Confirms exactly the judgement of the other reviewer; the score is frozen."
        );
        files.MapCommand<ReturnJudgementCommand, ReviewedFileView>(
            "/{id:guid}/acts/return",
            (c, id) => c with { Id = id },
            "Sends the judgement of the other reviewer back."
        );
        files.MapCommand<NotifyReviewCommand, ReviewedFileView>(
            "/{id:guid}/acts/notify",
            (c, id) => c with { Id = id },
            "Notifies the unit of the result; it replies by a day."
        );
        files.MapCommand<AnswerReviewCommand, ReviewedFileView>(
            "/{id:guid}/acts/answer",
            (c, id) => c with { Id = id },
            "Replies to the result, with what was corrected."
        );
        files.MapCommand<RecheckReviewCommand, ReviewedFileView>(
            "/{id:guid}/acts/recheck",
            (c, id) => c with { Id = id },
            "Checks again what was corrected."
        );
        files.MapCommand<NominateFileCommand, ReviewedFileView>(
            "/{id:guid}/acts/nominate",
            (c, id) => c with { Id = id },
            "Nominates an excellent file as exemplary, or a failed one as poor."
        );
        files.MapCommand<HoldAccountableCommand, AccountabilityView>(
            "/{id:guid}/acts/hold-accountable",
            (c, id) => c with { Id = id },
            "Enters who is held accountable for a fault of the file."
        );
        supervision.MapQuery<ReadProblemsQuery, IReadOnlyList<ProblemsOfRule>>(
            "/problems",
            "Reads what the rules of supervision find in a year: leads, each with its case, person or organ."
        );
        var letters = supervision.MapGroup("/letters");
        letters.MapQuery<ListLettersQuery, Page<LetterView>>("/", "Lists letters of supervision, newest first.");
        letters.MapCreate<SendLetterCommand, LetterView>(
            "/",
            l => $"/api/v1/supervision/letters/{l.Id}",
            "Sends a letter of supervision to an organ below; it replies by a day."
        );
        letters.MapQuery<ReadLetterQuery, LetterView>("/{id:guid}", id => new(id), "Reads a letter of supervision.");
        letters.MapCommand<AnswerLetterCommand, LetterView>(
            "/{id:guid}/acts/answer",
            (c, id) => c with { Id = id },
            "Replies to a letter of supervision."
        );
        letters.MapCommand<CloseLetterCommand, LetterView>(
            "/{id:guid}/acts/close",
            (c, id) => c with { Id = id },
            "Closes a letter whose matter is put right."
        );
        letters.MapCommand<EscalateLetterCommand, LetterView>(
            "/{id:guid}/acts/escalate",
            (c, id) => c with { Id = id },
            "Makes a letter heavier: no reply by its day, or one that puts nothing right."
        );
        supervision.MapQuery<ListAccountabilitiesQuery, Page<AccountabilityView>>(
            "/accountabilities",
            "Lists the register of accountability, newest first."
        );
    }
}
