-- A view is made anew row by row, and rows of enquiries that are not there go.
grant delete on visible_enquiry to ${app};
