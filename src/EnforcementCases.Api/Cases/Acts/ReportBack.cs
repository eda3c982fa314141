using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Enters that the decision was reported to the organ for the record (报所属行政机关备案). 行政处罚法 第五十二条第三款.</summary>
/// <param name="DoneAt">When it was reported; not before the decision.</param>
public sealed record ReportBackCommand(DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class ReportBackHandler(CaseLoader file) : IRequestHandler<ReportBackCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(ReportBackCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        @case.ReportBack(request.DoneAt);
        return file.After(@case, request);
    }
}
