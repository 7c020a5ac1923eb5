"""matter_list The difference from superior plans and earlier versions, marks on it, and reviews."""
