using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Fines;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Enters that the officer handed cash to the organ (交至行政机关). 行政处罚法 第七十一条.</summary>
/// <param name="ReceiptNumber">Number of the receipt that was given for it.</param>
/// <param name="DoneAt">When; not before it was taken.</param>
public sealed record RemitToOrganCommand(string ReceiptNumber, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RemitToOrganValidator : AbstractValidator<RemitToOrganCommand>
{
    public RemitToOrganValidator() => RuleFor(c => c.ReceiptNumber).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
}

internal sealed class RemitToOrganHandler(CaseFile file, CatalogueDirectory catalogue, TimeProvider clock)
    : IRequestHandler<RemitToOrganCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RemitToOrganCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        @case.RemitToOrgan(
            Guid.CreateVersion7(clock.GetUtcNow()),
            Receipts.Normalise(request.ReceiptNumber)!,
            request.DoneAt,
            catalogue.Current.Calendar
        );
        return file.After(@case, request);
    }
}
