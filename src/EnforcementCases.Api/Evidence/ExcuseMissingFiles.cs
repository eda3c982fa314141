using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>States why files that acts of the case name will never come (说明文件无法上传的理由): the device was lost or destroyed. The case may then be closed without them; facts may not rest
/// on their evidence.</summary>
/// <param name="DoneAt">When it was found.</param>
/// <param name="Reason">Why they will not come, 1 to 1,000 characters.</param>
public sealed record ExcuseMissingFilesCommand(DateTimeOffset DoneAt, string Reason) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class ExcuseMissingFilesValidator : AbstractValidator<ExcuseMissingFilesCommand>
{
    public ExcuseMissingFilesValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000).WithMessage("理由应为1至1000个字符");
}

internal sealed class ExcuseMissingFilesHandler(AppDbContext db, CaseLoader cases, AwaitedFiles awaited)
    : IRequestHandler<ExcuseMissingFilesCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(ExcuseMissingFilesCommand request, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(request, cancellationToken);
        var onHand = await db
            .CaseFiles.Where(f => f.CaseId == @case.Id && f.ParentId == null)
            .Select(f => f.Sha256)
            .ToListAsync(cancellationToken);
        var file = await awaited.OpenAsync(@case, cancellationToken);
        var missing = await awaited.AwaitedAsync(file, onHand, cancellationToken);
        var upTo = file.Acts.Select(a => a.Entry.Place).DefaultIfEmpty().Max();
        @case.ExcuseFiles([.. missing.Select(m => m.Sha256)], upTo, TextRules.Paragraphs(request.Reason), request.DoneAt);
        return cases.After(@case, request);
    }
}
