"""The tables of matters, listed; and the letters made known."""

from huiyin.matters import letters
from huiyin.matters.acceptance import Acceptance, RoutingOut, SuggestionReply
from huiyin.matters.agency import Agency, AgencyEnd
from huiyin.matters.annulment import Annulment
from huiyin.matters.archiving import Archiving
from huiyin.matters.assignment import Assignment
from huiyin.matters.assistance import Assistance, AssistanceAnswer, CallingOff
from huiyin.matters.attachment import Attachment
from huiyin.matters.batch import Batch
from huiyin.matters.carrying_on import CarryingOn
from huiyin.matters.category import Category
from huiyin.matters.checklist import Checklist
from huiyin.matters.clarification import Clarification, ClarificationAnswer
from huiyin.matters.clock import Clock
from huiyin.matters.closure import Closure, Reopening, StatedView
from huiyin.matters.correction import Correction, Reissue, Transcript, TranscriptAnswer
from huiyin.matters.delivery import Delivery, DeliveryAttempt, ProofOfDelivery
from huiyin.matters.designation import Designation
from huiyin.matters.document import Document, Voiding
from huiyin.matters.draft import Draft, Reply, SendingBack
from huiyin.matters.execution import Execution, ExecutionOrder, ExecutionReport
from huiyin.matters.extension import Extension
from huiyin.matters.fact import Fact
from huiyin.matters.forwarding import Forwarding
from huiyin.matters.grant import Grant
from huiyin.matters.handover import Handover
from huiyin.matters.hardship import HardshipHelp
from huiyin.matters.hearing_acts import Hearing, HearingRecord
from huiyin.matters.informing import Informing
from huiyin.matters.inquiry import Inquiry
from huiyin.matters.instruction import Instruction
from huiyin.matters.investigation import Investigation
from huiyin.matters.joining import Joining, Unjoining
from huiyin.matters.joint import JoinedNote
from huiyin.matters.lapse import Lapse, Settling
from huiyin.matters.linking import Linking, Unlinking
from huiyin.matters.matter import Matter
from huiyin.matters.mediation import Agreement, Mediation, MediationEnd
from huiyin.matters.mention import Mention
from huiyin.matters.note import Note
from huiyin.matters.notification import Notification
from huiyin.matters.numbering import Series
from huiyin.matters.objection import Dispute, Objection, ObjectionDecision
from huiyin.matters.own_data import ContactCorrection
from huiyin.matters.party import Party
from huiyin.matters.pause import Pause
from huiyin.matters.petition import Petition, Registration
from huiyin.matters.policy import Policy, PolicyVersion
from huiyin.matters.proposal import Proposal
from huiyin.matters.question import Answer, Question
from huiyin.matters.rating import Rating
from huiyin.matters.reading import Reading
from huiyin.matters.receipt import Receipt
from huiyin.matters.recounting import Recounting
from huiyin.matters.recusal import Recusal, RecusalRefusal, RecusalRequest
from huiyin.matters.referral import Referral
from huiyin.matters.refusal import FinalRefusal, Refusal
from huiyin.matters.relaying import Relay
from huiyin.matters.remand import Remand
from huiyin.matters.request import Request
from huiyin.matters.review import Review
from huiyin.matters.review_acts import ProofOfReviewDelivery, ReviewDecision, ReviewRequest, ReviewTaking
from huiyin.matters.routing import RoutingRule
from huiyin.matters.sealing import Sealing
from huiyin.matters.search import Words
from huiyin.matters.sides import PartyNaming
from huiyin.matters.simplified import NormalHandling, SimplifiedAcceptance
from huiyin.matters.splitting import Splitting
from huiyin.matters.supervising import Supervision, SupervisionAnswer
from huiyin.matters.supplement import Supplement
from huiyin.matters.suspension import Resumption, Suspension
from huiyin.matters.taking_over import TakingOver
from huiyin.matters.template import Template
from huiyin.matters.triage import Triage
from huiyin.matters.unmasking import Unmasking
from huiyin.matters.urgent import UrgentReport
from huiyin.matters.withdrawal import Withdrawal

__all__ = [
    "Acceptance",
    "Agency",
    "AgencyEnd",
    "Agreement",
    "Annulment",
    "Answer",
    "Archiving",
    "Assignment",
    "Assistance",
    "AssistanceAnswer",
    "Attachment",
    "Batch",
    "CallingOff",
    "CarryingOn",
    "Category",
    "Checklist",
    "Clarification",
    "ClarificationAnswer",
    "Clock",
    "Closure",
    "ContactCorrection",
    "Correction",
    "Delivery",
    "DeliveryAttempt",
    "Designation",
    "Dispute",
    "Document",
    "Draft",
    "Execution",
    "ExecutionOrder",
    "ExecutionReport",
    "Extension",
    "Fact",
    "FinalRefusal",
    "Forwarding",
    "Grant",
    "HardshipHelp",
    "Handover",
    "Hearing",
    "HearingRecord",
    "Inquiry",
    "Instruction",
    "Investigation",
    "JoinedNote",
    "Joining",
    "Lapse",
    "Linking",
    "Matter",
    "Mediation",
    "MediationEnd",
    "Mention",
    "NormalHandling",
    "Note",
    "Notification",
    "Objection",
    "ObjectionDecision",
    "Party",
    "PartyNaming",
    "Pause",
    "Petition",
    "Policy",
    "PolicyVersion",
    "ProofOfDelivery",
    "ProofOfReviewDelivery",
    "Proposal",
    "Question",
    "Rating",
    "Reading",
    "Receipt",
    "Recounting",
    "Recusal",
    "RecusalRefusal",
    "RecusalRequest",
    "Referral",
    "Refusal",
    "Registration",
    "Reissue",
    "Remand",
    "Reopening",
    "Reply",
    "Request",
    "Resumption",
    "Review",
    "ReviewDecision",
    "ReviewRequest",
    "ReviewTaking",
    "RoutingOut",
    "RoutingRule",
    "Sealing",
    "SendingBack",
    "Series",
    "Settling",
    "SimplifiedAcceptance",
    "Splitting",
    "StatedView",
    "SuggestionReply",
    "Supervision",
    "SupervisionAnswer",
    "Supplement",
    "Suspension",
    "Informing",
    "Relay",
    "TakingOver",
    "Template",
    "Transcript",
    "TranscriptAnswer",
    "Triage",
    "UrgentReport",
    "Unjoining",
    "Unmasking",
    "Unlinking",
    "Voiding",
    "Withdrawal",
    "Words",
    "letters",
]
