/**
 * Words and turns of phrase that letters between customers and brands use for the same thing, a line each; commas part them. Our own,
 * for comparing a letter with points that a person wrote as phrases. A word belongs to the first line that holds it.
 */
export const ENGLISH_THESAURUS = `
deliver, delivery, ship, shipping, shipment, dispatch, despatch, send, sent, post, arrive, arrival, receive, be with you, on its way
parcel, package, order, purchase
item, product, piece, model, article, appliance, unit
refund, reimburse, reimbursement, money back, credit, repay, give back, transfer
replace, replacement, exchange, swap, new one, another one, brand new
repair, fix, mend, put right
return, send back, bring back, collect, collection, hand back
price, cost, charge, fee, amount, pay, rate, comes to, postage
free, nothing to pay, free of charge, no charge, at no cost, on us, complimentary
bill, invoice, statement
time, duration, wait, how long
cause, reason, because, due to, owing to, result of, caused by, explain, explanation, since, came from, down to
delay, late, held up, behind
mistake, error, fault, problem, issue, incident, breakdown, defect, glitch, duplicate
strike, weather, snow, accident
available, availability, stock, in stock, sold out, on the shelf
colour, color, shade
size, measurement, dimension
shop, store, branch
goodwill, gesture, compensation, compensate, voucher, discount, gift card, make up for
cancel, cancellation, terminate, termination, withdraw, end
book, booking, reservation, stay
deposit, down payment
warranty, guarantee, cover, covered, coverage
proof of purchase, receipt, till receipt
password, login, log in, sign in, signing in
reset, change, renew, choose a new, new password
account, profile, customer area
link, page, website, site
call, phone, ring, contact
form, online
label, returns note
wrap, wrapping, gift wrap, gift box, gift
contain, ingredient, made with, made of, content, free from
nut, peanut, almond, allergen, allergy, traces
hours, open, opening, close, closed
appointment, slot, visit
engineer, technician, adviser, courier, carrier, driver
check, verify, look into, examine
prevent, avoid, stop, not happen again, never again, from now on, in future, disabled, blocked, removed
confirm, confirmation, agree, accept
possible, possibility, can, able
compatible, compatibility, work, fit, suit
care, clean, wash
install, installation, assemble, assembly, set up
update, version, software
subscription, contract, plan
increase, rise, higher
limit, deadline, latest, until, before, up to
ombudsman, complaint
luggage, bag, suitcase
ticket, seat, pass
card, cheque, direct debit, payment
lost, missing, mislaid
broken, damaged, faulty, defective
sorry, apologise, apology, apologies, regret
country, abroad, overseas, international
`
