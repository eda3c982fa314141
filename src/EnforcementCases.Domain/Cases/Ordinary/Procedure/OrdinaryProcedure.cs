using System.Collections.Frozen;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The ordinary procedure (普通程序, 行政处罚法 第五十四条至第六十二条) as one table of acts. Each phase has its rows beside its acts.</summary>
public static class OrdinaryProcedure
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static readonly IReadOnlyList<ActRow> Rows = Make();

    private static readonly FrozenDictionary<CaseAct, ActRow> ByAct = Rows.ToFrozenDictionary(row => row.Act);

    private static readonly FrozenDictionary<Type, ActRow> ByBody = Rows.Where(row => row.Body is not null)
        .ToFrozenDictionary(row => row.Body!);

    /// <summary>The table itself.</summary>
    internal static IReadOnlyList<ActRow> Make() =>
        [
            .. FilingRows.All,
            .. InvestigationRows.Evidence,
            .. InvestigationRows.Measures,
            .. InvestigationRows.Corrections,
            .. ServiceRows.Address,
            .. CrimeRows.All,
            .. InvestigationRows.Course,
            .. NoticeRows.All,
            .. HearingRows.All,
            .. ReviewRows.Triggers,
            .. DecidingRows.Proposal,
            .. ReviewRows.OfTheDecision,
            .. DecidingRows.Decision,
            .. ServiceRows.Service,
            .. PayingRows.All,
            .. ExecutionRows.ByOrgan,
            .. ExecutionRows.ByCourt,
            .. ExecutionRows.Course,
            .. RemedyRows.All,
            .. ClosingRows.All,
            .. ReviewRows.OfPlannedActs,
            .. SharedRows.All,
        ];

    /// <summary>The row of an act; null if the ordinary procedure has no such act.</summary>
    public static ActRow? Of(CaseAct act) => ByAct.GetValueOrDefault(act);

    /// <summary>The row of a body.</summary>
    public static ActRow Of(ActBody body) => ByBody[body.GetType()];

    /// <summary>The acts, in the order of the procedure.</summary>
    public static IEnumerable<CaseAct> Acts => Rows.Select(row => row.Act);

    /// <summary>Whether a stage allows an act, by the table alone.</summary>
    public static bool Allows(CaseStage at, CaseAct act) => Of(act)?.From.Contains(at) is true;

    /// <summary>The stage after an act; the stage before, where it depends on the content of the act.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>.</exception>
    public static CaseStage Take(CaseStage at, CaseAct act) => Allows(at, act) ? Of(act)!.To ?? at : throw CaseLifecycle.NotOpen(at, act);

    /// <summary>Every obstacle to an act, whatever its particulars; none when it is open. The act refuses with the first.</summary>
    public static IReadOnlyList<DomainException> Obstacles(this OrdinaryFile file, ActRow row, ActContext law)
    {
        file.MarkMissing(law);
        return [.. FindObstacles(file, row, law.InPlaceOfHead(file), law.Now)];
    }

    /// <summary>Does an act: checks stage, order of time and gates, then the act itself; enters it into the file, the deadlines and the record.</summary>
    /// <param name="late">Whether it is entered long after it was done.</param>
    /// <exception cref="DomainException">What <see cref="SeparationOfDuty"/> refuses, or the first gate that is closed, with rule and article.</exception>
    public static ActExecution Perform(this OrdinaryFile file, ActBody body, ActContext law, bool late)
    {
        var row = Of(body);
        law = law.InPlaceOfHead(file);
        file.MarkMissing(law);
        if (SeparationOfDuty.WhyNot(file, row, law.PersonId, body) is { } separated)
            throw separated;
        EnsureOpen(file, row, law, body.DoneAt);
        EnsureNotBeforeStage(file, row, body.DoneAt);
        body = body.CompletedFrom(file, law);
        body = row.Names.Aggregate(body, (named, reference) => reference.EnterInto(named, file));
        ActOrder.EnsureKept(file, row, body, law);
        MoneyInBodies.EnsureBounded(body);
        var act = new ActExecution(file, row, law, body) { Recorders = file.Recorders() };
        body.Execute(act);
        MoveOn(file, row, body.DoneAt);
        Enter(act, body, late);
        return act;
    }

    /// <summary>Persons who kept records of the case (记录人员).</summary>
    public static IReadOnlySet<Guid> Recorders(this OrdinaryFile file) =>
        file
            .Acts.Where(a => Of(a.Act)!.Recording.Stage is ProcessStage.Initiation or ProcessStage.Investigation)
            .Where(a => !Of(a.Act)!.Approves)
            .Select(a => a.PersonId)
            .ToHashSet();

    private static void EnsureOpen(OrdinaryFile file, ActRow row, ActContext law, DateTimeOffset at)
    {
        foreach (var obstacle in FindObstacles(file, row, law, at))
            throw obstacle;
    }

    private static void EnsureNotBeforeStage(OrdinaryFile file, ActRow row, DateTimeOffset at)
    {
        file.Case.EnsureAfterOnTheSpotDecision(at);
        if (row.BeforeFiling && file.Filing.StreetSince(file, row.Act) is { } received)
        {
            if (at < received)
                throw OrdinaryFile.TooEarly.With($"线索于 {received.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 收到");
            return;
        }
        if (at < file.StageSince)
            throw OrdinaryFile.TooEarly.With(
                $"案件于 {file.StageSince.Value.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 进入“{file.Case.Stage.Term()}”阶段"
            );
    }

    /// <summary>The case goes on to the stage of the row; deadlines that the act meets, and reviews of what can no longer be done, end.</summary>
    private static void MoveOn(OrdinaryFile file, ActRow row, DateTimeOffset at)
    {
        if (row.To is { } next)
            file.Case.MoveTo(next);
        foreach (var over in file.PlannedReviews.OverAt(file.Case.StageInTable()))
            file.Case.EndDeadline(DeadlineKind.PlannedActReview, at, over.Sent.Key());
        foreach (var kind in row.Ends)
            file.Case.MeetDeadlines(kind, at);
    }

    private static void Enter(ActExecution act, ActBody body, bool late)
    {
        var entry = act.Case.NewEntry(
            act.Law.NewId(),
            act.File.Acts.Count + 1,
            act.Row.Act,
            body.DoneAt,
            act.Law.PersonId,
            act.Law.Now,
            late,
            ActJson.Write(body),
            act.Row.Names.Aggregate(body.RecordedFields(), (fields, reference) => fields.Add(reference.JsonName, reference.In(body))),
            act.ServedOn
        );
        var done = new DoneAct(entry, body);
        act.File.Enter(done);
        act.AwaitWhatIsMissing(body);
        act.Case.Happen([.. act.Happened, new OrdinaryActDone(act.File, done)]);
    }

    private static IEnumerable<DomainException> FindObstacles(OrdinaryFile file, ActRow row, ActContext law, DateTimeOffset at)
    {
        if (!row.Procedures.Contains(file.Case.Procedure))
            return [CaseLifecycle.NotOf(file.Case.Procedure, row.Act)];
        if (!row.From.Contains(file.Case.StageInTable()))
            return [CaseLifecycle.NotOpen(file.Case.Stage, row.Act)];
        if (file.Investigation.IsSuspended && !row.WhileSuspended)
            return [InvestigationPhase.Suspended.With($"自 {file.Investigation.SuspendedOn:yyyy-MM-dd} 起中止", "先办理恢复调查")];
        if (RecusalOfHead.ObstacleToDeputy(row, law) is { } reserved)
            return [reserved];
        return Recusal
            .ObstaclesToActing(file.Recusals.Requests, [law.PersonId], law.Now > at ? law.Now : at) // whatever day is stated
            .Concat(row.Needs.SelectMany(gate => gate.FindObstacles(file, law, at)));
    }
}
