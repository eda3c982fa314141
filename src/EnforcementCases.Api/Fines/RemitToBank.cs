using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Fines;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Enters that the organ paid cash to the bank (缴付指定的银行). 行政处罚法 第七十一条.</summary>
/// <param name="ReceiptNumber">Number of the receipt that was given for it.</param>
/// <param name="DoneAt">When; not before it was handed in.</param>
public sealed record RemitToBankCommand(string ReceiptNumber, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RemitToBankValidator : AbstractValidator<RemitToBankCommand>
{
    public RemitToBankValidator() => RuleFor(c => c.ReceiptNumber).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
}

internal sealed class RemitToBankHandler(CaseFile file) : IRequestHandler<RemitToBankCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RemitToBankCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        @case.RemitToBank(Receipts.Normalise(request.ReceiptNumber)!, request.DoneAt);
        return file.After(@case, request);
    }
}
