using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Recording;
using MediatR;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>Reads the ordinary procedure (普通程序) as the system enforces it: every act with who may do it, in which stages, after what, and what is recorded of
/// it.</summary>
public sealed record ReadProcedureQuery : IRequest<ProcedureView>;

/// <summary>The ordinary procedure.</summary>
/// <param name="Stages">Its stages, in their order.</param>
/// <param name="Acts">Its acts, in their order.</param>
/// <param name="Moves">Moves between stages.</param>
public sealed record ProcedureView(
    IReadOnlyList<ProcedureStage> Stages,
    IReadOnlyList<ProcedureAct> Acts,
    IReadOnlyList<ProcedureMove> Moves
);

internal sealed class ReadProcedureHandler : IRequestHandler<ReadProcedureQuery, ProcedureView>
{
    public Task<ProcedureView> Handle(ReadProcedureQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProcedureView(ProcedureChart.Stages, ProcedureChart.Acts, ProcedureChart.Moves));
}

/// <summary>Reads the list of records of the whole process (全过程记录清单). 国办发〔2018〕118号 三、（一）.</summary>
public sealed record ReadRecordingListQuery : IRequest<IReadOnlyList<RecordingListStage>>;

/// <summary>A stage of the process with what is recorded in it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Name">环节: name of that stage, in the requested language.</param>
/// <param name="Records">What is recorded in it, act by act.</param>
public sealed record RecordingListStage(ProcessStage Stage, [property: Bilingual] string Name, IReadOnlyList<RecordingListItem> Records);

/// <summary>A line of the list of records.</summary>
/// <param name="Number">Number of the act in the procedure.</param>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Content">内容: what is recorded.</param>
/// <param name="Manner">方式: how it is recorded.</param>
/// <param name="Carrier">载体: the document or medium that holds the record.</param>
/// <param name="AudioVisual">Whether a sound and picture recording is required.</param>
public sealed record RecordingListItem(
    int Number,
    CaseAct Act,
    [property: Bilingual] string Name,
    [property: Bilingual] string Content,
    [property: Bilingual] string Manner,
    [property: Bilingual] string Carrier,
    RecordingDuty AudioVisual
);

internal sealed class ReadRecordingListHandler : IRequestHandler<ReadRecordingListQuery, IReadOnlyList<RecordingListStage>>
{
    public Task<IReadOnlyList<RecordingListStage>> Handle(ReadRecordingListQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(RecordingList.Stages);
}

/// <summary>The list of records, stage by stage.</summary>
internal static class RecordingList
{
    public static IReadOnlyList<RecordingListStage> Stages =>
        [
            .. ProcedureChart
                .Acts.GroupBy(a => a.Recording.Stage)
                .OrderBy(g => g.Key)
                .Select(g => new RecordingListStage(
                    g.Key,
                    g.Key.Term(),
                    [
                        .. g.Select(a => new RecordingListItem(
                            a.Number,
                            a.Act,
                            a.Name,
                            a.Recording.Content,
                            a.Recording.Manner,
                            a.Recording.Carrier,
                            a.Recording.AudioVisual
                        )),
                    ]
                )),
        ];
}
