using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Separation of duty by person (职责分离): who handled a case, proposed something in it or signed another level of the paper does not approve it. Persons are
/// compared, not accounts: two accounts of one person are one.</summary>
/// <remarks>Which acts approve is a column of the table of acts (<see cref="ActRow.Approves"/>), and which acts exclude each other another
/// (<see cref="ActRow.NotBy"/>); this is the only place that asks for either.</remarks>
public static class SeparationOfDuty
{
    /// <summary>An officer of the case, of now or before, or somebody who recorded its investigation.</summary>
    public static readonly DomainError OfficerOfCase = new(
        "access.separation-of-duty",
        null,
        ErrorKind.Forbidden,
        "本案承办人员不得办理该环节"
    );

    /// <summary>The person proposed, entered or examined what is to be approved.</summary>
    public static readonly DomainError OwnProposal = new(
        "access.own-proposal",
        null,
        ErrorKind.Forbidden,
        "提出、登记或者审核该事项的人员不得审批该事项"
    );

    /// <summary>The person signed the same paper at another level.</summary>
    public static readonly DomainError TwoLevels = new(
        "access.same-person-on-paper",
        null,
        ErrorKind.Forbidden,
        "同一审批表的各级审批须由不同人员办理"
    );

    private static readonly ApprovalLevel[] Levels = Enum.GetValues<ApprovalLevel>();

    /// <summary>Why a person may not do an act in a case, whatever the account; null if nothing separates the two.</summary>
    /// <param name="body">What the person states; null if only the open acts are listed.</param>
    public static DomainException? WhyNot(OrdinaryFile file, ActRow row, Guid person, ActBody? body) =>
        !row.Approves ? null
        : file.Investigators.Contains(person) || file.KeptRecords(person) ? Handled(row.IfHandled)
        : Prepared(file, row, person, body) is { } own
            ? row.IfProposed.With($"案卷第 {own.Entry.Place} 项“{own.Act.Term()}”由同一人员办理", "由其他有权人员办理")
        : SignedElsewhere(file, row, person, body) is { } level
            ? TwoLevels.With(
                $"该审批表的“{(level is ApprovalLevel.TeamLead ? "中队、大队负责人" : "分管负责人")}”一级由同一人员签署",
                "由其他有权人员签署"
            )
        : null;

    /// <summary>Why a person may not do what an outsider must do; null if the person is no officer of the case.</summary>
    public static DomainException? WhyNotOutsider(EnforcementCase @case, Guid person) =>
        @case.Officers.Any(o => o.PersonId == person) ? Handled(OfficerOfCase) : null;

    private static DomainException Handled(DomainError error) => error.With("当前人员是本案承办人员", "由未参与本案的人员办理");

    private static bool KeptRecords(this OrdinaryFile file, Guid person) =>
        file.Acts.Any(a =>
            a.PersonId == person && OrdinaryProcedure.Of(a.Act) is { IsOfficersWork: true, Recording.Stage: ProcessStage.Investigation }
        );

    /// <summary>The act of the person that is to be approved: one that the row lists, or one that the act names by its id and that approves nothing itself.</summary>
    private static DoneAct? Prepared(OrdinaryFile file, ActRow row, Guid person, ActBody? body)
    {
        var named = row.Names.Select(reference => reference.Standing(file, body)).OfType<DoneAct>();
        return named
            .Where(a => OrdinaryProcedure.Of(a.Act)?.Approves is false)
            .Concat(file.Acts.Where(a => row.NotBy.Contains(a.Act) && row.NotByThis?.Invoke(file, a, body) is not false))
            .FirstOrDefault(a => a.PersonId == person);
    }

    private static ApprovalLevel? SignedElsewhere(OrdinaryFile file, ActRow row, Guid person, ActBody? body)
    {
        var opinion = body as EndorsePaper;
        if ((opinion?.Paper ?? row.Signs) is not { } paper)
            return null;
        foreach (var level in Levels)
            if (level != opinion?.Level && file.ActOf(file.Approvals.EndorsementOf(paper, level))?.PersonId == person)
                return level;
        return null;
    }
}
